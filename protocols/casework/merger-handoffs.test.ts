import { expect, test } from "vitest";
import { isHeldByRecipient, stateOf } from "./handoff/handoff.ts";
import { brokenPromises } from "./invariants.ts";
import { memberOf } from "./rehearsal.ts";
import {
	careAccepted,
	careAsked,
	concernSent,
	readyToClose,
	readyToSend,
	supporting,
} from "./rehearsed-example.ts";
import { crip, merged, newer, spotter } from "./rehearsed-merger.ts";
import { factsOf, openSteps } from "./situation.ts";
import { act, answer, handOff, handoffOf } from "./wishes.ts";

test("it is pursued there to its end, and its sender reads what came of it", () => {
	const [older, later] = [supporting(), careAccepted(newer)];
	const { remaining } = merged(older, later, { older: crip, newer: "lead" });
	older.takes(remaining);

	older.does(act("CONTACT", { handoff: "n2" }));
	older.does(act("COMPLETE", { handoff: "n2" }));
	older.does(act("READ_OUTCOME", { handoff: "n2" }));

	expect(stateOf(handoffOf(older, "n2"))).toBe("completed");
	expect(brokenPromises(older.situation)).toEqual([]);
});

test("what came along answers no step there, whatever becomes of it", () => {
	const [older, later] = [careAsked(), careAsked(newer)];
	const { remaining } = merged(older, later, { older: crip, newer: "lead" });
	older.takes(remaining);
	const open = openSteps(older.situation);

	older.does(act("ACCEPT", { handoff: "n2" }));

	expect(openSteps(older.situation)).toEqual(open);
	expect(stateOf(handoffOf(older, "h2"))).toBe("sent");
	expect(older.situation.bindings.care).toBeUndefined();
	expect(isHeldByRecipient(handoffOf(older, "n2"))).toBe(true);
	older.does(act("ACCEPT", { handoff: "h2", by: "care" }));
	expect(older.situation.bindings.care).toBe("care");
	expect(brokenPromises(older.situation)).toEqual([]);
});

test.each([
	["ACCEPT", []],
	["RECORD_REFUSAL", ["DECLINE"]],
	["WITHDRAW", []],
] as const)("its %s leaves the step that waits there to those who carry it", (code, before) => {
	const [older, later] = [readyToSend(), concernSent(newer)];
	older.takes(
		merged(older, later, { newer: { ...spotter, actor: "c", coordinator: true } }).remaining,
	);
	for (const earlier of before) older.does(act(earlier, { handoff: "n1" }));

	older.does(act(code, { handoff: "n1" }));

	expect(openSteps(older.situation)).toEqual(["send-concern"]);
	expect(older.situation.bindings.crip).toBeUndefined();
	expect(older.does(handOff("send-concern"))).not.toEqual([]);
	expect(brokenPromises(older.situation)).toEqual([]);
});

test("it does not stand in the way of handing the same step off", () => {
	const [older, later] = [supporting(), careAccepted(newer)];
	older.takes(merged(older, later, { older: crip, newer: "lead" }).remaining);

	expect(older.does(handOff("ask-care", { to: ["care-2"] }))).not.toEqual([]);
	expect(brokenPromises(older.situation)).toEqual([]);
});

test("what replaces it after a refusal is beside as well, and brings no answer", () => {
	const [older, later] = [readyToSend(), concernSent(newer)];
	const onWordOfTheCrip = memberOf("spotter", { actor: "colleague", coordinator: true });
	older.takes(merged(older, later, { newer: onWordOfTheCrip }).remaining);
	const before = factsOf(older.situation);
	older.does(act("DECLINE", { handoff: "n1" }));

	older.does(act("REROUTE", { handoff: "n1" }));

	const successor = handoffOf(older);
	expect(successor).toMatchObject({ follows: "n1", beside: true, to: "crip-2" });
	expect(factsOf(older.situation)).toEqual(before);
	expect(openSteps(older.situation)).toEqual(["send-concern"]);
	expect(brokenPromises(older.situation)).toEqual([]);
});

test("the remaining one closes only when what came along has ended too", () => {
	const [older, later] = [readyToClose(), careAccepted(newer)];
	older.takes(merged(older, later, { older: spotter, newer: "crip" }).remaining);

	expect(older.refuses(answer("close", "CLOSED"))).toEqual({
		code: "handoffs-pending",
		handoffs: ["n2"],
	});
	older.does(act("FAIL", { handoff: "n2" }));
	expect(older.does(answer("close", "CLOSED"))).not.toEqual([]);
});
