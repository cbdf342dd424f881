import { expect, test } from "vitest";
import { stateOf } from "./handoff/handoff.ts";
import { brokenPromises } from "./invariants.ts";
import { concernAccepted, concernSent, readyToClose } from "./rehearsed-example.ts";
import { openParts, openSteps } from "./situation.ts";
import { act, answer, handOff, handoffOf, raise } from "./wishes.ts";

test("a closure ends the course and every interruption, and stops their clocks", () => {
	const told = readyToClose();
	told.does(raise("runaway"));

	const events = told.does(answer("close", "CLOSED"));

	expect(events.map(({ type }) => type)).toEqual(["step-answered"]);
	expect(told.situation.status).toBe("closed");
	expect(openSteps(told.situation)).toEqual([]);
	expect(openParts(told.situation)).toEqual([]);
	expect(told.situation.clocks).toEqual({});
	expect(brokenPromises(told.situation)).toEqual([]);
});

test.each([
	["sent", []],
	["acknowledged", ["ACKNOWLEDGE"]],
	["declined", ["DECLINE"]],
	["accepted", ["ACCEPT"]],
	["suspended", ["ACCEPT", "SUSPEND"]],
	["about to be cancelled", ["ACCEPT", "ASK_CANCELLATION"]],
] as const)("a closure waits for a handoff that is %s", (_, acts) => {
	const told = careBesideTheClosure();
	for (const code of acts) told.does(act(code));

	const refusal = told.refuses(answer("close", "CLOSED"));

	expect(refusal).toEqual({ code: "handoffs-pending", handoffs: ["h2"] });
	expect(told.situation.status).toBe("open");
});

test("once every handoff has ended, the closure goes through, its outcomes still to be read", () => {
	const told = careBesideTheClosure();
	told.does(act("ACCEPT"));
	told.does(act("FAIL"));

	told.does(answer("close", "CLOSED"));

	expect(told.situation.status).toBe("closed");
	expect(Object.keys(told.situation.clocks)).toEqual(["handoff:h1", "handoff:h2"]);
	expect(told.does(act("READ_OUTCOME"))).not.toEqual([]);
	expect(Object.keys(told.situation.clocks)).toEqual(["handoff:h1"]);
});

test("after the closure, an outcome that nobody reads still escalates", () => {
	const told = careBesideTheClosure();
	told.does(act("ACCEPT"));
	told.does(act("FAIL"));
	told.does(answer("close", "CLOSED"));

	told.waits({ n: 60, unit: "calendar-days" });

	expect(handoffOf(told).snapshot.value).toMatchObject({ life: "failed", delay: "escalated" });
	expect(told.situation.status).toBe("closed");
});

test("a draft that nobody has seen does not hold a closure back: it is discarded with it", () => {
	const told = readyToClose();
	told.does(raise("immediate-danger"));
	told.does(answer("call", "PROTECTED_NOW"));
	told.does(handOff("report", { send: false }));

	const events = told.does(answer("close", "CLOSED"));

	expect(events).toMatchObject([
		{ type: "handoff-moved", act: "DISCARD", by: "system" },
		{ type: "step-answered", outcome: "CLOSED" },
	]);
	expect(stateOf(handoffOf(told))).toBe("discarded");
	expect(told.situation.status).toBe("closed");
	expect(brokenPromises(told.situation)).toEqual([]);
});

test("a refused closure discards nothing", () => {
	const told = careBesideTheClosure();
	told.does(raise("immediate-danger"));
	told.does(answer("call", "PROTECTED_NOW"));
	told.does(handOff("report", { send: false }));

	told.refuses(answer("close", "CLOSED"));

	expect(stateOf(handoffOf(told))).toBe("draft");
});

test("in a closed situation nothing new begins", () => {
	const told = readyToClose();
	told.does(answer("close", "CLOSED"));

	expect(told.refuses(handOff("send-concern"))).toEqual({ code: "situation-closed" });
	expect(told.refuses(raise("runaway"))).toEqual({ code: "situation-closed" });
});

test("in the course, the next answer after an acceptance ends the handoff", () => {
	const told = concernAccepted();

	const events = told.does(answer("first-analysis", "DANGER"));

	expect(events.slice(0, 2)).toMatchObject([
		{ type: "step-answered", by: "crip", outcome: "DANGER" },
		{ type: "handoff-moved", act: "CARRY_ON", by: "system", codes: { outcome: "NEXT_STEP" } },
	]);
	expect(stateOf(handoffOf(told))).toBe("completed");
});

test("an answer elsewhere does not end a handoff of the course", () => {
	const told = concernAccepted();
	told.does(raise("runaway"));

	told.does(answer("keep-bond", "STILL_AWAY"));

	expect(stateOf(handoffOf(told))).toBe("accepted");
});

test("a sent handoff is not ended by what its sender answers elsewhere", () => {
	const told = concernSent();
	told.does(raise("immediate-danger"));

	told.does(answer("call", "PROTECTED_NOW"));

	expect(stateOf(handoffOf(told))).toBe("sent");
});

/** The course waits at its closure while the care handoff (`h2`) that was sent before still runs. */
function careBesideTheClosure() {
	const told = concernAccepted(
		{},
		{ at: ["interruptions", 1, "steps", 1, "outcomes", 1, "leads"], becomes: "close" },
	);
	told.does(answer("first-analysis", "DANGER"));
	told.does(handOff("ask-care"));
	told.does(raise("runaway"));
	told.does(answer("keep-bond", "RETURNED"));
	told.does(answer("welcome", "REPLAN"));
	return told;
}
