import { expect, test } from "vitest";
import { changedExample } from "#protocols/language/changed-example.ts";
import { brokenPromises } from "./invariants.ts";
import { memberOf, mondayMorning, type Setting, tryOpening } from "./rehearsal.ts";
import { opened } from "./rehearsed-example.ts";
import { openParts, openSteps } from "./situation.ts";
import { holderOf } from "./wishes.ts";

test("the opener takes the role of the first step and holds the course", () => {
	const { situation, events } = opened();

	expect(events.map(({ type }) => type)).toEqual(["situation-opened"]);
	expect(situation).toMatchObject({
		position: 1,
		latestAct: 1,
		status: "open",
		openedAt: mondayMorning,
		openedBy: "spotter",
		bindings: { spotter: "spotter" },
		holders: { course: { structure: "spotter", since: mondayMorning } },
		entered: { "receive-sign": mondayMorning },
	});
	expect(openSteps(situation)).toEqual(["receive-sign"]);
	expect(Object.keys(situation.clocks)).toEqual(["step:receive-sign"]);
});

test("any structure that holds the first role may open", () => {
	const told = opened({ opening: { acting: memberOf("spotter-2") } });

	expect(told.situation.bindings).toEqual({ spotter: "spotter-2" });
});

test("a situation may open with interruptions, each raised once, held by the opener", () => {
	const told = opened({ opening: { raises: ["runaway", "immediate-danger", "runaway"] } });

	expect(told.events.map(({ type }) => type)).toEqual([
		"situation-opened",
		"interruption-raised",
		"interruption-raised",
		"role-bound",
	]);
	expect(openSteps(told.situation)).toEqual(["receive-sign", "keep-bond", "call"]);
	expect(holderOf(told, "keep-bond")).toBe("spotter");
	expect(holderOf(told, "call")).toBe("spotter");
	expect(brokenPromises(told.situation)).toEqual([]);
});

test("a situation may open in a group: each track is held, the opener takes the first role", () => {
	const told = opened({}, ...startingInAGroup());

	expect(openParts(told.situation)).toEqual(["track:left", "track:right"]);
	expect(holderOf(told, "left-step")).toBe("spotter");
	expect(holderOf(told, "right-step")).toBe("spotter");
	expect(told.situation.bindings).toEqual({ spotter: "spotter", lead: "lead" });
	expect(brokenPromises(told.situation)).toEqual([]);
});

test.each<[string, Partial<Setting>, object]>([
	[
		"a structure that does not hold the first role",
		{ opening: { acting: memberOf("care") } },
		{ code: "structure-not-available", structure: "care", role: "spotter" },
	],
	[
		"no age band",
		{ opening: { facts: {} } },
		{ code: "answers-incomplete", missing: ["age_band"] },
	],
	[
		"an age that is no band",
		{ opening: { facts: { age_band: "14" } } },
		{ code: "answer-unknown", field: "age_band" },
	],
	[
		"two bands",
		{ opening: { facts: { age_band: ["U15", "A15_17"] } } },
		{ code: "answer-unknown", field: "age_band" },
	],
	[
		"a fact that an opening does not state",
		{ opening: { facts: { age_band: "U15", gender: "F" } } },
		{ code: "answer-unknown", field: "gender" },
	],
	[
		"an interruption that does not exist",
		{ opening: { raises: ["flood"] } },
		{ code: "interruption-unknown", interruption: "flood" },
	],
	[
		"an interruption that the opener may not raise",
		{
			document: changedExample({ at: ["interruptions", 1, "raisedBy"], becomes: ["care"] }),
			opening: { raises: ["runaway"] },
		},
		{ code: "cannot-raise", interruption: "runaway" },
	],
])("%s is refused, and nothing is opened", (_, { document, ...setting }, refusal) => {
	const decision = tryOpening(document ?? changedExample(), setting);

	expect(decision).toEqual({ accepted: false, refusal });
});

/** The first phase begins with a group; its first track begins with its second step. */
function startingInAGroup() {
	const step = (id: string, role: string) => ({
		id,
		kind: "action",
		title: { fr: id },
		role,
		participants: [],
		delay: { n: 1, unit: "working-days", basis: "proposal" },
		guidance: { fr: "À faire." },
		questions: [],
		outcomes: [{ code: "DONE", label: { fr: "Fait" }, to: "@end" }],
	});
	const left = {
		id: "left",
		title: { fr: "À gauche" },
		start: "left-step",
		steps: [step("left-later", "crip"), step("left-step", "spotter")],
	};
	const right = {
		id: "right",
		title: { fr: "À droite" },
		start: "right-step",
		steps: [step("right-step", "lead")],
	};
	const group = {
		id: "both",
		title: { fr: "Ensemble" },
		completes: "all",
		to: "receive-sign",
		tracks: [left, right],
	};
	return [
		{ at: ["phases", 0, "groups", 0], becomes: group },
		{ at: ["phases", 0, "start"], becomes: "both" },
	];
}
