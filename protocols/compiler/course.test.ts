import { expect, test } from "vitest";
import { exampleAt } from "#protocols/language/changed-example.ts";
import type { CodeOf } from "#protocols/language/vocabulary/answers.ts";
import { compiledExample, type PlayedEvent, play } from "./played-example.ts";

const { askCare, care, careLater, close, review, watch } = exampleAt;
const example = compiledExample();

const passedOn: PlayedEvent[] = ["receive-sign.RISK", "send-concern.ACCEPTED"];
const supported: PlayedEvent[] = [
	...passedOn,
	["first-analysis.DANGER", { concern_level: "L3_DANGER" }],
];

test("an outcome leads to the step it names, also in another phase", () => {
	const [snapshot] = play(example, "receive-sign.RISK");

	expect(snapshot.value).toMatchObject({ course: { orientation: "send-concern" } });
	expect(snapshot.context.open).toEqual(["send-concern"]);
});

test("an outcome of a step that is not open changes nothing", () => {
	const [before] = play(example);

	const [after] = play(example, "review.READY_TO_CLOSE", "close.CLOSED", "welcome.REPLAN");

	expect(after.value).toEqual(before.value);
	expect(after.context).toEqual(before.context);
});

test("a group opens all its tracks, and goes on when each has ended", () => {
	const [open] = play(example, ...supported);
	const [half] = play(example, ...supported, "ask-care.COMPLETED");
	const [done] = play(
		example,
		...supported,
		"ask-care.COMPLETED",
		"first-contact.DONE",
		"review.READY_TO_CLOSE",
	);

	expect(open.value).toMatchObject({
		course: { accompaniment: { support: { safety: "first-contact", care: "ask-care" } } },
	});
	expect(half.value).toMatchObject({
		course: { accompaniment: { support: { safety: "first-contact", care: "end" } } },
	});
	expect(done.value).toMatchObject({ course: { accompaniment: "close" } });
	expect(done.context.open).toEqual(["close"]);
});

test("an outcome that leaves the group closes the steps of the other tracks", () => {
	const outcome = { code: "STOP", label: { fr: "Arrêter" }, to: "close" };
	const own = compiledExample({ at: [...review, "outcomes", 2], becomes: outcome });

	const [snapshot] = play(own, ...supported, "first-contact.DONE", "review.STOP");

	expect(snapshot.context.open).toEqual(["close"]);
});

test("a group inside a track goes on in that track when its own tracks have ended", () => {
	const own = compiledExample(
		{ at: [...care, "groups"], becomes: [innerGroup("care-later")] },
		{ at: [...askCare, "outcomes", 0, "to"], becomes: "inner" },
	);

	const [open] = play(own, ...supported, "ask-care.COMPLETED");
	const [half] = play(own, ...supported, "ask-care.COMPLETED", "left-step.DONE");
	const [done] = play(own, ...supported, "ask-care.COMPLETED", "left-step.DONE", "right-step.DONE");

	expect(open.context.open).toEqual(["first-contact", "left-step", "right-step"]);
	expect(half.context.open).toEqual(["first-contact", "right-step"]);
	expect(done.context.open).toEqual(["first-contact", "care-later"]);
});

test("the course is at its end once it is closed, and nothing is open", () => {
	const [snapshot] = play(
		example,
		"receive-sign.WATCH",
		"watch.NO_CONCERN",
		"raise.runaway",
		"close.CLOSED",
	);

	expect(snapshot.value).toEqual({ course: "closed", "immediate-danger": "idle", runaway: "idle" });
	expect(snapshot.context.open).toEqual([]);
});

test("answers of an outcome are remembered, the latest of each field", () => {
	const [snapshot] = play(
		example,
		["receive-sign.RISK", { concern_level: "L2_RISK", information_given: ["MINOR_YES"] }],
		["record", { formal_route: "IP" }],
		"send-concern.ACCEPTED",
		["first-analysis.DANGER", { concern_level: "L3_DANGER" }],
	);

	expect(snapshot.context.facts).toEqual({
		concern_level: "L3_DANGER",
		information_given: ["MINOR_YES"],
		formal_route: "IP",
	});
});

test("a condition on a fact counts the answers given with the outcome itself", () => {
	const [before] = play(example, ...passedOn, ["record", { concern_level: "L2_RISK" }]);
	const danger = { type: "first-analysis.DANGER" };

	expect(before.can(danger)).toBe(false);
	expect(before.can({ ...danger, answers: { concern_level: "L4_IMMINENT" } })).toBe(true);
	expect(before.can({ type: "first-analysis.RISK" })).toBe(true);
});

test("a condition on a fact of several answers holds when one of them is named", () => {
	const when = { fact: "information_given", in: ["MINOR_YES"] };
	const own = compiledExample({ at: [...close, "outcomes", 0, "when"], becomes: when });
	const [before] = play(own, "receive-sign.WATCH", "watch.NO_CONCERN");

	const can = (...codes: CodeOf<"information_given">[]) =>
		before.can({ type: "close.CLOSED", answers: { information_given: codes } });

	expect(can("HOLDERS_YES", "MINOR_YES")).toBe(true);
	expect(can("HOLDERS_YES")).toBe(false);
});

test("a condition on another track holds once that track has reached the step", () => {
	const later = [...supported, "ask-care.REFUSED"];

	const [before] = play(example, ...later);
	const [after] = play(example, ...later, "first-contact.DONE");

	expect(before.can({ type: "care-later.NOT_NOW" })).toBe(false);
	expect(after.can({ type: "care-later.NOT_NOW" })).toBe(true);
});

test("a track has reached nothing yet when its group begins again", () => {
	const outcome = { code: "AGAIN_ALL", label: { fr: "Tout revoir" }, to: "support" };
	const own = compiledExample({ at: [...careLater, "outcomes", 2], becomes: outcome });

	const [snapshot] = play(
		own,
		...supported,
		"first-contact.DONE",
		"ask-care.REFUSED",
		"care-later.AGAIN_ALL",
		"ask-care.REFUSED",
	);

	expect(snapshot.context.open).toEqual(["first-contact", "care-later"]);
	expect(snapshot.can({ type: "care-later.NOT_NOW" })).toBe(false);
});

test("a step is entered again as often as its rounds allow, then not", () => {
	const [twice] = play(example, "receive-sign.WATCH", "watch.WATCH");
	const [third] = play(example, "receive-sign.WATCH", "watch.WATCH", "watch.WATCH");

	expect(twice.context.rounds).toMatchObject({ watch: 2 });
	expect(twice.can({ type: "watch.WATCH" })).toBe(false);
	expect(third.context).toEqual(twice.context);
	expect(twice.can({ type: "watch.RISK" })).toBe(true);
});

test("a human decision elsewhere gives the rounds of a step back", () => {
	const back = { code: "WATCH", label: { fr: "Veille" }, to: "watch" };
	const own = compiledExample(
		{ at: ["phases", 1, "steps", 1, "outcomes", 3], becomes: back },
		{ at: [...watch, "outcomes", 1, "to"], becomes: "first-analysis" },
	);
	const spent: PlayedEvent[] = ["receive-sign.WATCH", "watch.WATCH", "watch.RISK"];

	const [decided] = play(own, ...spent, "first-analysis.WATCH");

	expect(decided.context.open).toEqual(["watch"]);
	expect(decided.can({ type: "watch.WATCH" })).toBe(true);
});

function innerGroup(to: string) {
	const step = (id: string) => ({
		id,
		kind: "action",
		title: { fr: id },
		role: "lead",
		participants: [],
		delay: { n: 1, unit: "working-days", basis: "proposal" },
		guidance: { fr: "À faire." },
		questions: [],
		outcomes: [{ code: "DONE", label: { fr: "Fait" }, to: "@end" }],
	});
	const track = (id: string) => ({
		id,
		title: { fr: id },
		start: `${id}-step`,
		steps: [step(`${id}-step`)],
	});
	return {
		id: "inner",
		title: { fr: "Dedans" },
		completes: "all",
		to,
		tracks: [track("left"), track("right")],
	};
}
