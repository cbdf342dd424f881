import { expect, test } from "vitest";
import { exampleAt } from "#protocols/language/changed-example.ts";
import type { Answers } from "#protocols/language/vocabulary/answers.ts";
import type { Refusal } from "./refusal.ts";
import { memberOf } from "./rehearsal.ts";
import {
	careAsked,
	concernAccepted,
	opened,
	readyToClose,
	readyToSend,
} from "./rehearsed-example.ts";
import { factsOf, openSteps } from "./situation.ts";
import { act, answer, bind, handOff, raise, type Wishing } from "./wishes.ts";

test("an answer is recorded with its codes, and the next step opens with its clock", () => {
	const told = opened();
	const given = { concern_level: "L2_RISK", information_given: ["MINOR_YES", "HOLDERS_YES"] };

	const events = told.does(answer("receive-sign", "RISK", { answers: given }));

	expect(events).toMatchObject([
		{
			type: "step-answered",
			by: "spotter",
			actor: "spotter-member",
			at: told.now,
			step: "receive-sign",
			outcome: "RISK",
			answers: given,
			clocks: [{ change: "started", clock: "step:send-concern" }],
		},
	]);
	expect(openSteps(told.situation)).toEqual(["send-concern"]);
	expect(told.situation.entered).toEqual({ "send-concern": told.now });
	expect(factsOf(told.situation)).toMatchObject(given);
});

test("what a partner answers meanwhile does not outdate a page that was read after it", () => {
	const told = opened();
	told.does(raise("runaway"));

	const seen = told.situation.latestAct;

	expect(told.does(answer("receive-sign", "RISK", { seen }))).toHaveLength(1);
});

test("the bookkeeping of clocks and of the system outdates no page", () => {
	const told = opened();
	told.waits({ n: 3, unit: "working-days" });

	expect(told.situation.position).toBe(5);
	expect(told.does(answer("receive-sign", "RISK", { seen: 1 }))).toHaveLength(1);
});

test.each<[string, Wishing & { answers?: Answers }, Refusal, string?, string?]>([
	["an outdated page", { seen: 0 }, { code: "moved-on" }],
	[
		"a step that is not open",
		{},
		{ code: "step-not-open", step: "review", open: ["receive-sign"] },
		"review",
		"CONTINUE",
	],
	[
		"a step that does not exist",
		{},
		{ code: "step-not-open", step: "constructor", open: ["receive-sign"] },
		"constructor",
	],
	[
		"another structure, even of the same role",
		{ by: "spotter-2" },
		{ code: "not-your-step", role: "spotter", boundTo: "spotter" },
	],
	["an unknown outcome", {}, { code: "outcome-unknown", outcome: "DONE" }, "receive-sign", "DONE"],
	[
		"a question without an answer",
		{ answers: { concern_level: "L2_RISK" } },
		{ code: "answers-incomplete", missing: ["information_given"] },
	],
	[
		"an empty list for an answer",
		{ answers: { concern_level: "L2_RISK", information_given: [] } },
		{ code: "answers-incomplete", missing: ["information_given"] },
	],
	[
		"an answer outside its list",
		{ answers: { concern_level: "VERY_BAD", information_given: ["MINOR_YES"] } },
		{ code: "answer-unknown", field: "concern_level" },
	],
	[
		"an answer that only JavaScript knows",
		{ answers: { concern_level: "constructor", information_given: ["MINOR_YES"] } },
		{ code: "answer-unknown", field: "concern_level" },
	],
	[
		"more answers than the field takes",
		{
			answers: {
				concern_level: "L2_RISK",
				information_given: ["MINOR_YES", "HOLDERS_YES", "HOLDERS_NOT_YET"],
			},
		},
		{ code: "answer-unknown", field: "information_given" },
	],
	[
		"an answer to a question that was not asked",
		{ answers: { concern_level: "L2_RISK", information_given: ["MINOR_YES"], gender: "F" } },
		{ code: "answer-unknown", field: "gender" },
	],
])("%s is refused", (_, wishing, refusal, step = "receive-sign", outcome = "RISK") => {
	const told = opened();

	expect(told.refuses(answer(step, outcome, wishing))).toEqual(refusal);
});

test("an answer with a field of JavaScript's own is refused", () => {
	const answers = JSON.parse('{ "__proto__": ["x"], "concern_level": "L2_RISK" }') as Answers;

	const refusal = opened().refuses(answer("receive-sign", "RISK", { answers }));

	expect(refusal).toEqual({ code: "answer-unknown", field: "__proto__" });
});

test("a step whose role nobody plays yet waits for a choice", () => {
	const told = opened({ holding: { lead: ["lead", "lead-2"] } });
	told.does(raise("runaway"));

	const refusal = told.refuses(answer("keep-bond", "RETURNED"));

	expect(refusal).toEqual({ code: "role-not-bound", role: "lead" });
});

test("the outcome of a handoff step follows from what two structures did, never from one", () => {
	const told = readyToSend();

	expect(told.refuses(answer("send-concern", "ACCEPTED"))).toEqual({
		code: "handoff-decides",
		step: "send-concern",
	});
});

test("an outcome whose condition does not hold is refused, and says that it is the condition", () => {
	const told = concernAccepted();
	const answers = { concern_level: "L0_NONE" };

	expect(told.refuses(answer("first-analysis", "DANGER", { answers }))).toEqual({
		code: "outcome-not-allowed",
		outcome: "DANGER",
		because: "condition",
	});
	expect(told.does(answer("first-analysis", "NO_CONCERN", { answers }))).not.toEqual([]);
});

test("an outcome beyond the last round is refused, and says what is offered instead", () => {
	const told = opened();
	told.does(answer("receive-sign", "WATCH"));
	told.does(answer("watch", "WATCH"));

	expect(told.refuses(answer("watch", "WATCH"))).toEqual({
		code: "outcome-not-allowed",
		outcome: "WATCH",
		because: "rounds",
		beyond: "RISK",
	});
});

test("where condition and rounds both stand in the way, the condition is said", () => {
	const when = { fact: "adhesion", in: ["ASKS"] };
	const again = [...exampleAt.watch, "outcomes", 0, "when"];
	const told = opened({}, { at: again, becomes: when });
	told.does(answer("receive-sign", "WATCH"));

	expect(told.refuses(answer("watch", "WATCH"))).toEqual({
		code: "outcome-not-allowed",
		outcome: "WATCH",
		because: "condition",
	});
});

test("a decision elsewhere counts no rounds, so only its condition stands in the way", () => {
	const when = { fact: "adhesion", in: ["ASKS"] };
	const back = { code: "WATCH", label: { fr: "Veille" }, to: "watch", when };
	const told = opened(
		{},
		{ at: [...exampleAt.firstAnalysis, "outcomes", 3], becomes: back },
		{ at: [...exampleAt.watch, "outcomes", 1, "to"], becomes: "first-analysis" },
	);
	told.does(answer("receive-sign", "WATCH"));
	told.does(answer("watch", "WATCH"));
	told.does(answer("watch", "RISK"));
	told.does(bind("crip", "crip"));

	expect(told.refuses(answer("first-analysis", "WATCH"))).toEqual({
		code: "outcome-not-allowed",
		outcome: "WATCH",
		because: "condition",
	});
});

test("a closure asks for its reason, and only a closure does", () => {
	const told = readyToClose();

	expect(told.refuses(answer("close", "CLOSED", { answers: {} }))).toEqual({
		code: "answers-incomplete",
		missing: ["closure_reason"],
	});
	expect(
		told.refuses(answer("close", "CONTINUE", { answers: { closure_reason: "ERROR" } })),
	).toEqual({ code: "answer-unknown", field: "closure_reason" });
});

test("in a closed situation nothing is answered any more", () => {
	const told = readyToClose();
	told.does(answer("close", "CLOSED"));

	expect(told.situation.status).toBe("closed");
	expect(told.refuses(answer("close", "CLOSED"))).toEqual({ code: "situation-closed" });
});

test("whoever answers in a part holds it from then on", () => {
	const told = careAsked();
	told.does(act("WITHDRAW"));
	told.does(raise("immediate-danger", { by: memberOf("crip") }));

	told.does(answer("call", "PROTECTED_NOW"));

	expect(told.situation.holders["interruption:immediate-danger"]?.structure).toBe("spotter");
	expect(told.situation.holders["track:care"]?.structure).toBe("lead");
	expect(told.does(handOff("ask-care"))).not.toEqual([]);
});
