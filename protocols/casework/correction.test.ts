import { expect, test } from "vitest";
import { exampleAt } from "#protocols/language/changed-example.ts";
import { brokenPromises } from "./invariants.ts";
import type { Refusal } from "./refusal.ts";
import {
	concernAccepted,
	opened,
	readyToClose,
	readyToSend,
	supporting,
} from "./rehearsed-example.ts";
import { factsOf, openSteps } from "./situation.ts";
import { answer, bind, correct, handOff, handoffOf, raise } from "./wishes.ts";

const told = { concern_level: "L2_RISK", information_given: ["MINOR_YES"] };
const right = { concern_level: "L1_WATCH", information_given: ["HOLDERS_YES"] };

test("wrong answers are corrected by the structure that gave them, and the old entry stays", () => {
	const now = opened();
	now.does(answer("receive-sign", "RISK", { answers: told }));

	const events = now.does(correct(2, right));

	expect(events).toMatchObject([
		{ type: "entry-corrected", by: "spotter", of: 2, step: "receive-sign", answers: right },
	]);
	expect(factsOf(now.situation)).toMatchObject(right);
	expect(now.events[1]).toMatchObject({ type: "step-answered", answers: told });
	expect(openSteps(now.situation)).toEqual(["send-concern"]);
});

test("answers can be corrected long after, whatever followed", () => {
	const now = supporting();
	now.waits({ n: 20, unit: "calendar-days" });

	now.does(correct(2, { concern_level: "L3_DANGER", information_given: ["MINOR_NOT_YET"] }));

	expect(factsOf(now.situation).information_given).toEqual(["MINOR_NOT_YET"]);
	expect(brokenPromises(now.situation)).toEqual([]);
});

test("a corrected answer does not hide a later one to the same question", () => {
	const now = concernAccepted();
	now.does(answer("first-analysis", "DANGER", { answers: { concern_level: "L4_IMMINENT" } }));

	now.does(correct(2, right));

	expect(factsOf(now.situation)).toMatchObject({
		concern_level: "L4_IMMINENT",
		information_given: ["HOLDERS_YES"],
	});
});

test("correcting an answer takes nothing up: whoever holds goes on holding", () => {
	const now = supporting();

	now.does(correct(2, right));
	now.does(correct(1, { age_band: "U15", source_type: "SCHOOL" }));

	expect(now.situation.holders.course?.structure).toBe("crip");
	expect(now.situation.holders["track:safety"]?.structure).toBe("crip");
});

test("an answer corrected twice is what the second correction says", () => {
	const now = opened();
	now.does(answer("receive-sign", "RISK", { answers: told }));
	now.does(correct(2, right));

	now.does(correct(2, { ...right, concern_level: "L3_DANGER" }));

	expect(factsOf(now.situation).concern_level).toBe("L3_DANGER");
});

test("the answers given with a handoff are corrected in the same way", () => {
	const now = readyToSend();
	now.does(handOff("send-concern", { answers: { formal_route: "IP" } }));

	now.does(correct(3, { formal_route: "BOTH" }));

	expect(factsOf(now.situation).formal_route).toBe("BOTH");
});

test("a wrong outcome is taken back at once, and its step is answered anew", () => {
	const now = opened();
	now.does(answer("receive-sign", "RISK", { answers: told }));

	now.does(correct(2, right, { outcome: "WATCH" }));

	expect(openSteps(now.situation)).toEqual(["watch"]);
	expect(Object.keys(now.situation.clocks)).toEqual(["step:watch"]);
	expect(factsOf(now.situation)).toMatchObject(right);
	expect(brokenPromises(now.situation)).toEqual([]);
});

test("a slip takes back what it raised and the roles that it bound by themselves", () => {
	const raises = { at: [...exampleAt.receiveSign, "outcomes", 1, "raises"], becomes: "runaway" };
	const now = opened({}, raises);
	now.does(answer("receive-sign", "RISK", { answers: told }));
	const bound = now.situation.bindings;

	now.does(correct(2, told, { outcome: "WATCH" }));

	expect(bound).toEqual({ spotter: "spotter", lead: "lead" });
	expect(now.situation.bindings).toEqual({ spotter: "spotter" });
	expect(openSteps(now.situation)).toEqual(["watch"]);
	expect(brokenPromises(now.situation)).toEqual([]);
});

test("a corrected outcome can be corrected again while nothing else has followed", () => {
	const now = opened();
	now.does(answer("receive-sign", "RISK", { answers: told }));
	now.does(correct(2, told, { outcome: "WATCH" }));

	now.does(correct(3, told, { outcome: "RISK" }));

	expect(openSteps(now.situation)).toEqual(["send-concern"]);
});

test("a slip may be corrected to a closure, which discards drafts as any closure does", () => {
	const now = readyToClose();
	now.does(raise("immediate-danger"));
	now.does(answer("call", "PROTECTED_NOW"));
	now.does(handOff("report", { send: false }));
	now.does(answer("close", "CONTINUE"));
	const slip = now.situation.entries.at(-1)?.position ?? 0;

	now.does(correct(slip, { closure_reason: "SAFE_LASTING" }, { outcome: "CLOSED", by: "lead" }));

	expect(now.situation.status).toBe("closed");
	expect(handoffOf(now).endedAt).toBe(now.now);
	expect(brokenPromises(now.situation)).toEqual([]);
});

test.each<[string, Parameters<typeof correct>, Refusal]>([
	["an outdated page", [2, right, { seen: 0 }], { code: "moved-on" }],
	["an entry of another structure", [2, right, { by: "crip" }], { code: "not-your-entry" }],
	["an entry that does not exist", [9, right], { code: "not-your-entry" }],
	["an event that is no entry", [3, right], { code: "not-your-entry" }],
	[
		"fewer answers than were given",
		[2, { concern_level: "L1_WATCH" }],
		{ code: "answers-incomplete", missing: ["information_given"] },
	],
	[
		"an answer outside its list",
		[2, { ...right, concern_level: "AWFUL" }],
		{ code: "answer-unknown", field: "concern_level" },
	],
	[
		"an answer to another question",
		[2, { ...right, gender: "F" }],
		{ code: "answer-unknown", field: "gender" },
	],
	[
		"an outcome after something else has followed",
		[2, right, { outcome: "WATCH" }],
		{ code: "too-late-to-change-outcome" },
	],
])("a correction is refused for %s", (_, [of, answers, more], refusal) => {
	const now = opened();
	now.does(answer("receive-sign", "RISK", { answers: told }));
	now.does(raise("runaway"));

	expect(now.refuses(correct(of, answers, more))).toEqual(refusal);
});

test("a strike of a clock or a chosen structure makes it too late for another outcome", () => {
	const struck = opened();
	struck.does(answer("receive-sign", "RISK", { answers: told }));
	struck.waits({ n: 3, unit: "working-days" });
	const chosen = opened();
	chosen.does(answer("receive-sign", "RISK", { answers: told }));
	chosen.does(bind("spotter", "spotter-2"));

	expect(struck.refuses(correct(2, right, { outcome: "WATCH" }))).toEqual({
		code: "too-late-to-change-outcome",
	});
	expect(chosen.refuses(correct(2, right, { outcome: "WATCH" }))).toEqual({
		code: "too-late-to-change-outcome",
	});
});

test("the right outcome must be one that the step offered", () => {
	const now = opened();
	now.does(answer("receive-sign", "RISK", { answers: told }));

	expect(now.refuses(correct(2, right, { outcome: "DONE" }))).toEqual({
		code: "outcome-unknown",
		outcome: "DONE",
	});
});

test("what the opening said is corrected like any other answer", () => {
	const now = opened();

	now.does(correct(1, { age_band: "U15", source_type: "SCHOOL" }));

	expect(factsOf(now.situation)).toEqual({ age_band: "U15", source_type: "SCHOOL" });
	expect(openSteps(now.situation)).toEqual(["receive-sign"]);
});

test("in a closed situation nothing is corrected", () => {
	const now = readyToClose();
	now.does(answer("close", "CLOSED"));

	expect(now.refuses(correct(2, right))).toEqual({ code: "situation-closed" });
});
