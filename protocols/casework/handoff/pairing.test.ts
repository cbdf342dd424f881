import { expect, test } from "vitest";
import { brokenPromises } from "../invariants.ts";
import {
	coordinator,
	dayMs,
	hourMs,
	memberOf,
	mondayMorning,
	type Rehearsal,
} from "../rehearsal.ts";
import {
	careAccepted,
	careAsked,
	concernAccepted,
	concernSent,
	opened,
} from "../rehearsed-example.ts";
import { act, answer, handOff, handoffOf, raise } from "../wishes.ts";
import { isPaired, isUnmatched, stateOf } from "./handoff.ts";

test.each(["ACKNOWLEDGE", "ACCEPT"] as const)(
	"%s receives nothing before the line was matched and the identity has arrived",
	(code) => {
		const told = concernSent();

		expect(told.refuses(act(code, { matched: false }))).toEqual({ code: "not-matched" });
		expect(told.refuses(act(code, { matched: undefined }))).toEqual({ code: "not-matched" });
		expect(told.refuses(act(code, { codes: {} }))).toEqual({
			code: "code-missing",
			field: "identityBy",
		});
		expect(isPaired(handoffOf(told))).toBe(false);
	},
);

test("the means by which the identity arrived is recorded with the reception", () => {
	const told = concernSent();

	told.does(act("ACKNOWLEDGE", { codes: { identityBy: "BY_HAND" } }));

	expect(told.events.at(-1)).toMatchObject({
		act: "ACKNOWLEDGE",
		codes: { identityBy: "BY_HAND" },
	});
	expect(handoffOf(told)).toMatchObject({ acknowledgedAt: told.now });
});

test("a line is matched once: what comes after asks for no number", () => {
	const told = concernSent();
	told.does(act("ACKNOWLEDGE"));

	const again = told.refuses(act("ACCEPT", { matched: true }));

	expect(again).toEqual({ code: "answer-unknown", field: "matched" });
	expect(told.does(act("ACCEPT"))).not.toEqual([]);
});

test("what was declined unheard and is studied again still has to be matched", () => {
	const told = careAsked();
	told.does(act("DECLINE"));
	told.does(act("CONTEST"));

	expect(stateOf(handoffOf(told))).toBe("received.toStudy");
	expect(told.refuses(act("ACCEPT", { matched: false }))).toEqual({ code: "not-matched" });
	expect(told.does(act("ACCEPT"))).not.toEqual([]);
});

test("a recipient who does not find the line says so: nothing is received, the delay goes on", () => {
	const told = concernSent();
	const due = told.situation.clocks["handoff:h1"];

	told.does(act("NOT_MATCHED", { codes: { mismatch: "NO_CALL" } }));

	const handoff = handoffOf(told);
	expect(handoff.unmatched).toEqual({ why: "NO_CALL", at: told.now });
	expect([stateOf(handoff), isPaired(handoff), isUnmatched(handoff)]).toEqual([
		"sent",
		false,
		true,
	]);
	expect(told.situation.clocks["handoff:h1"]).toEqual(due);
	expect(told.situation.holders.course?.structure).toBe("spotter");
});

test("it says why, and only its reception says it, only before it has received", () => {
	const told = concernSent();

	expect(told.refuses(act("NOT_MATCHED", { codes: {} }))).toEqual({
		code: "code-missing",
		field: "mismatch",
	});
	for (const by of ["spotter", "care", coordinator, memberOf("crip", { reception: false })]) {
		expect(told.refuses(act("NOT_MATCHED", { by }))).toMatchObject({ code: "not-your-act" });
	}
	told.does(act("ACKNOWLEDGE"));
	expect(told.refuses(act("NOT_MATCHED"))).toEqual({ code: "already-matched" });
});

test.each(["ACKNOWLEDGE", "ACCEPT", "DECLINE"] as const)(
	"%s ends the search: nobody is told any more that it did not match",
	(code) => {
		const told = concernSent();
		told.does(act("NOT_MATCHED"));

		told.does(act(code));

		expect(handoffOf(told).unmatched).toBeUndefined();
	},
);

test("a delay that passes without a match says so, once, and forbids nothing", () => {
	const told = concernSent();

	told.waits({ n: 5, unit: "working-hours" });
	const at = handoffOf(told).unmatched?.at ?? 0;
	told.waits({ n: 20, unit: "calendar-days" });

	expect(handoffOf(told).unmatched).toEqual({ why: "SILENCE", at });
	expect(stateOf(handoffOf(told))).toBe("unanswered");
	expect(told.does(act("ACKNOWLEDGE"))).not.toEqual([]);
	expect(isUnmatched(handoffOf(told))).toBe(false);
});

test("where the delay is longer than 72 hours, its sender is told after 72 hours", () => {
	const told = careAskedOnAFriday();
	const sent = told.now;
	const strikes = told.situation.clocks["handoff:h2"]?.strikes.map(({ stage }) => stage);

	expect(strikes).toEqual(["unmatched", "soon", "overdue", "coordinator", "escalate"]);
	told.waits({ n: 71, unit: "clock-hours" });
	expect(isUnmatched(handoffOf(told))).toBe(false);
	told.waits({ n: 2, unit: "clock-hours" });

	expect(handoffOf(told).unmatched).toEqual({ why: "SILENCE", at: sent + 72 * hourMs });
	expect(stateOf(handoffOf(told))).toBe("sent");
	expect(told.events.at(-1)).toMatchObject({ type: "clock-struck", stage: "unmatched" });
	expect(brokenPromises(told.situation)).toEqual([]);
});

test("what was matched in time is never called unmatched", () => {
	const told = careAskedOnAFriday();
	told.does(act("ACKNOWLEDGE"));

	told.waits({ n: 40, unit: "calendar-days" });

	expect(told.events).not.toContainEqual(expect.objectContaining({ stage: "unmatched" }));
	expect(handoffOf(told).unmatched).toBeUndefined();
});

test("an outside recipient has no number to type, and is never called unmatched", () => {
	const told = opened();
	told.does(raise("immediate-danger"));
	told.does(answer("call", "PROTECTED_NOW"));
	told.does(handOff("report"));

	told.waits({ n: 40, unit: "calendar-days" });

	expect(handoffOf(told).to).toBeUndefined();
	expect(handoffOf(told).unmatched).toBeUndefined();
	expect(told.refuses(act("NOT_MATCHED"))).toMatchObject({ code: "act-not-allowed" });
	expect(told.refuses(act("RECALL_NUMBER"))).toMatchObject({ code: "act-not-allowed" });
});

test("a sender recalls the number of what still runs, and the recipient cannot", () => {
	const told = careAccepted();

	expect(told.refuses(act("RECALL_NUMBER", { by: "care" }))).toMatchObject({
		code: "not-your-act",
	});
	told.does(act("RECALL_NUMBER"));

	expect(handoffOf(told)).toMatchObject({ recalledAt: told.now });
	expect(stateOf(handoffOf(told))).toBe("accepted");
});

test("after the end a number is recalled only for a structure that still takes part", () => {
	const told = concernAccepted();
	told.does(answer("first-analysis", "DANGER"));
	const ended = handoffOf(told, "h1");
	told.does(handOff("ask-care"));
	told.does(act("DECLINE", { handoff: "h2" }));
	told.does(act("RECORD_REFUSAL", { handoff: "h2", codes: { next: "GO_ON" } }));

	expect(stateOf(ended)).toBe("completed");
	expect(told.does(act("RECALL_NUMBER", { handoff: "h1" }))).not.toEqual([]);
	expect(told.refuses(act("RECALL_NUMBER", { handoff: "h2" }))).toMatchObject({
		code: "act-not-allowed",
	});
});

/** Friday 11 September 2026: three working days later is Wednesday. */
function careAskedOnAFriday(): Rehearsal {
	return careAsked({ startsAt: mondayMorning + 4 * dayMs });
}
