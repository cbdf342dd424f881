import { expect, test } from "vitest";
import { brokenPromises } from "../invariants.ts";
import { coordinator, type Rehearsal } from "../rehearsal.ts";
import { careAccepted, careAsked, concernAccepted, concernSent } from "../rehearsed-example.ts";
import { act, answer, bind, handOff, handoffOf, holderOf } from "../wishes.ts";
import type { HandoffAct } from "./life.ts";

/** Who holds the part of the handoff after each act, beginning with the sending. */
type Story = [string, ...[HandoffAct, string][]];

const stories: Story[] = [
	[
		"before acceptance the sender holds",
		["ACKNOWLEDGE", "lead"],
		["ASK_INFO", "lead"],
		["GIVE_INFO", "lead"],
	],
	["a refusal leaves it with the sender", ["DECLINE", "lead"], ["RECORD_REFUSAL", "lead"]],
	["a refusal contested", ["DECLINE", "lead"], ["CONTEST", "lead"], ["ACCEPT", "care"]],
	["a withdrawal leaves it with the sender", ["WITHDRAW", "lead"]],
	[
		"from acceptance the recipient holds",
		["ACCEPT", "care"],
		["CONTACT", "care"],
		["MISSED", "care"],
		["REVIEW", "care"],
	],
	["a completion gives it back", ["ACCEPT", "care"], ["CONTACT", "care"], ["COMPLETE", "lead"]],
	["a failure gives it back", ["ACCEPT", "care"], ["FAIL", "lead"]],
	[
		"a recipient gives it back",
		["ACCEPT", "care"],
		["GIVE_BACK", "lead"],
		["CONTEST", "lead"],
		["ACCEPT", "care"],
	],
	[
		"a suspension leaves it with the recipient",
		["ACCEPT", "care"],
		["SUSPEND", "care"],
		["REVIEW_SUSPENSION", "care"],
		["RESUME", "care"],
	],
	[
		"a cancellation asked leaves it with the recipient",
		["ACCEPT", "care"],
		["ASK_CANCELLATION", "care"],
		["MAINTAIN", "care"],
	],
	[
		"a cancellation confirmed gives it back",
		["ACCEPT", "care"],
		["ASK_CANCELLATION", "care"],
		["CONFIRM", "lead"],
	],
	["an error gives it back", ["ACCEPT", "care"], ["REPORT_ERROR", "lead"]],
	["danger changes no holder", ["ACCEPT", "care"], ["IMMEDIATE_DANGER", "care"]],
	[
		"rerouting leaves it with the sender",
		["DECLINE", "lead"],
		["REROUTE", "lead"],
		["ACCEPT", "care-2"],
	],
];

test.each(stories)("%s", (_, ...acts) => {
	const told = careAsked();
	const part = () => told.situation.holders["track:care"]?.structure;
	const held = [part()];

	for (const [code] of acts) {
		told.does(act(code, code === "REPORT_ERROR" ? { by: coordinator } : {}));
		held.push(part());
		expect(brokenPromises(told.situation)).toEqual([]);
	}

	expect(held).toEqual(["lead", ...acts.map(([, holder]) => holder)]);
});

test("in the course the recipient holds from acceptance on, and goes on at the next step", () => {
	const told = concernSent();
	const before = holderOf(told, "send-concern");

	told.does(act("ACCEPT"));

	expect(before).toBe("spotter");
	expect(told.situation.bindings.crip).toBe("crip");
	expect(holderOf(told, "first-analysis")).toBe("crip");
});

test("in the course, what is given back returns to the sender, who reroutes it to another", () => {
	const told = concernAccepted();

	told.does(act("GIVE_BACK"));
	const given = course(told);
	told.does(act("REROUTE"));
	const rerouted = course(told);
	told.does(act("ACCEPT"));

	expect([given, rerouted, course(told)]).toEqual(["spotter", "spotter", "crip-2"]);
	expect(told.situation.bindings.crip).toBe("crip-2");
	expect(told.does(answer("first-analysis", "DANGER"))[0]).toMatchObject({ by: "crip-2" });
});

test("in the course, a cancellation that is confirmed returns it to the sender", () => {
	const told = concernAccepted();
	told.does(act("ASK_CANCELLATION"));

	told.does(act("CONFIRM"));

	expect(course(told)).toBe("spotter");
	expect(brokenPromises(told.situation)).toEqual([]);
});

test("in the course, the next answer ends the handoff: nothing is left to give back", () => {
	const told = concernAccepted();
	told.does(act("CONTACT"));
	told.does(bind("crip", "crip-2"));
	told.does(answer("first-analysis", "DANGER"));

	expect(told.refuses(act("GIVE_BACK"))).toMatchObject({ code: "act-not-allowed" });
	expect(told.situation.holders["track:safety"]?.structure).toBe("crip-2");
});

test("since when a part is held changes only with its holder", () => {
	const told = careAccepted();
	const since = told.situation.holders["track:care"]?.since;

	told.does(act("CONTACT"));

	expect(since).toBe(handoffOf(told).acceptedAt);
	expect(told.situation.holders["track:care"]?.since).toBe(since);
});

test("each refused handoff leaves a next decision with somebody", () => {
	const told = careAsked();
	told.does(act("DECLINE"));

	told.does(act("RECORD_REFUSAL", { codes: { next: "GO_ON" } }));

	expect(told.situation.snapshot.context.open).toContain("ask-care");
	expect(holderOf(told, "ask-care")).toBe("lead");
	expect(told.does(handOff("ask-care", { to: ["care-2"] }))).not.toEqual([]);
});

function course({ situation }: Rehearsal): string | undefined {
	return situation.holders.course?.structure;
}
