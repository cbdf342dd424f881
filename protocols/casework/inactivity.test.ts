import { expect, test } from "vitest";
import type { InactivityStage } from "./events.ts";
import { stateOf } from "./handoff/handoff.ts";
import { unsettledIn } from "./inactivity.ts";
import { brokenPromises } from "./invariants.ts";
import { coordinator, dayMs, type Rehearsal } from "./rehearsal.ts";
import {
	concernAccepted,
	concernSent,
	opened,
	readyToClose,
	readyToSend,
	supporting,
} from "./rehearsed-example.ts";
import { replay } from "./replay.ts";
import { openParts, openSteps } from "./situation.ts";
import {
	acceptClosure,
	act,
	answer,
	confirmFollowUp,
	correct,
	handOff,
	handoffOf,
	noteInactivity,
	raise,
} from "./wishes.ts";

const closeInactive = () => ({ type: "close-inactive" }) as const;

test("each stage is noted once, in order, by the system, and changes nothing else", () => {
	const told = opened();
	const { snapshot, holders, clocks, latestAct } = told.situation;

	const events = told.does(noteInactivity("reminder"));

	expect(events).toMatchObject([
		{ type: "inactivity-noted", by: "system", actor: null, stage: "reminder", clocks: [] },
	]);
	expect(told.situation).toMatchObject({ holders, clocks, latestAct });
	expect(told.situation.snapshot).toBe(snapshot);
	expect(told.refuses(noteInactivity("reminder"))).toEqual({ code: "not-inactive" });
	expect(told.refuses(noteInactivity("arbitration"))).toEqual({ code: "not-inactive" });
	told.does(noteInactivity("proposal"));
	expect(told.refuses(noteInactivity("reminder"))).toEqual({ code: "not-inactive" });
});

test("an arbitration is noted only over something that still runs", () => {
	expect(proposed(opened()).refuses(noteInactivity("arbitration"))).toEqual({
		code: "not-inactive",
	});
	expect(proposed(concernSent()).does(noteInactivity("arbitration"))).toHaveLength(1);
});

test.each([
	["an answer", answer("receive-sign", "WATCH")],
	["an interruption", raise("runaway")],
	["a correction", correct(1, { age_band: "U15", source_type: "OUTREACH" })],
	["a word that it goes on", confirmFollowUp()],
])("%s of a person begins anew", (_, wish) => {
	const told = proposed(opened());

	told.does(wish);

	expect(told.situation.inactivity).toBeUndefined();
	expect(told.situation.activeAt).toBe(told.now);
	told.does(noteInactivity("reminder"));
});

test("clocks and the system do not count as somebody who acts", () => {
	const told = concernSent();
	const { activeAt } = told.situation;

	told.waits({ n: 60, unit: "calendar-days" });
	told.does(noteInactivity("reminder"));

	expect(stateOf(handoffOf(told))).toBe("unanswered");
	expect(told.situation.activeAt).toBe(activeAt);
});

test("the system closes where the situation stands, after a proposal, with its own reason", () => {
	const told = proposed(readyToClose());

	const events = told.does(closeInactive);

	expect(events).toMatchObject([{ type: "situation-closed", by: "system", reason: "NO_ACTIVITY" }]);
	expect(told.situation.closure).toEqual({
		at: told.now,
		by: "system",
		reason: "NO_ACTIVITY",
		beside: true,
	});
	expect([openSteps(told.situation), openParts(told.situation)]).toEqual([[], []]);
	expect(told.situation.clocks).toEqual({});
	expect(brokenPromises(told.situation)).toEqual([]);
	expect(told.refuses(answer("close", "CLOSED"))).toEqual({ code: "situation-closed" });
	expect(told.refuses(closeInactive)).toEqual({ code: "situation-closed" });
});

test("the system closes nothing that was not proposed to people first", () => {
	const told = opened();

	expect(told.refuses(closeInactive)).toEqual({ code: "not-inactive" });
	told.does(noteInactivity("reminder"));
	expect(told.refuses(closeInactive)).toEqual({ code: "not-inactive" });
});

test.each([
	["a sent handoff", () => concernSent(), ["handoff"]],
	["a handoff that nobody answered", () => escalated(concernSent()), ["handoff", "escalated"]],
	["an accepted handoff", () => concernAccepted(), ["handoff"]],
	["a declined handoff", () => after(concernSent(), act("DECLINE")), ["handoff"]],
	["a runaway", () => after(opened(), raise("runaway")), ["interruption"]],
	["a danger", () => after(opened(), raise("immediate-danger")), ["interruption"]],
	["an outcome that nobody read", () => escalated(supporting()), ["escalated"]],
])("the system never closes over %s: it goes before a person", (_, begin, because) => {
	const told = proposed(begin());

	expect(told.refuses(closeInactive)).toEqual({ code: "needs-arbitration", because });
	told.does(noteInactivity("arbitration"));
	expect(told.refuses(closeInactive)).toEqual({ code: "needs-arbitration", because });
	expect(told.situation.status).toBe("open");
});

test("a draft that nobody has seen holds nothing back", () => {
	const told = readyToSend();
	told.does(handOff("send-concern", { send: false }));
	proposed(told);

	const events = told.does(closeInactive);

	expect(events).toMatchObject([
		{ type: "handoff-moved", act: "DISCARD" },
		{ type: "situation-closed" },
	]);
	expect(brokenPromises(told.situation)).toEqual([]);
});

test("an outcome that is still to be read is read after the closure too", () => {
	const told = proposed(supporting());
	told.does(closeInactive);

	expect(Object.keys(told.situation.clocks)).toEqual(["handoff:h1"]);
	told.does(act("READ_OUTCOME"));
	expect(told.situation.clocks).toEqual({});
	expect(told.situation.closure?.by).toBe("system");
});

test("only who holds, leads or coordinates says that it goes on, on a fresh page, once asked", () => {
	const told = concernAccepted();
	const passerBy = confirmFollowUp({ by: "care" });

	expect(told.refuses(confirmFollowUp({ by: "crip" }))).toEqual({ code: "not-inactive" });
	told.does(noteInactivity("reminder"));
	expect(told.refuses(passerBy)).toEqual({ code: "not-holder" });
	expect(told.refuses(confirmFollowUp({ by: "crip", seen: 1 }))).toEqual({ code: "moved-on" });
	expect(told.does(confirmFollowUp({ by: coordinator }))).toMatchObject([
		{ type: "follow-up-confirmed", finding: "AWAITED" },
	]);
});

test("a holder may accept the proposal, with a reason of people", () => {
	const told = opened();

	expect(told.refuses(acceptClosure())).toEqual({ code: "not-inactive" });
	told.does(noteInactivity("reminder"));
	expect(told.refuses(acceptClosure())).toEqual({ code: "not-inactive" });
	told.does(noteInactivity("proposal"));
	expect(told.refuses(acceptClosure({ by: "care" }))).toEqual({ code: "not-holder" });
	expect(told.refuses(acceptClosure({ seen: 0 }))).toEqual({ code: "moved-on" });
	expect(told.does(acceptClosure())).toMatchObject([
		{ type: "situation-closed", by: "spotter", reason: "CONTACT_LOST" },
	]);
	expect(told.situation.closure).toMatchObject({ by: "spotter", beside: true });
	expect(brokenPromises(told.situation)).toEqual([]);
});

test("people may end an interruption with the closure, never a handoff", () => {
	const sent = proposed(concernSent());
	const away = proposed(after(opened(), raise("runaway")));

	expect(sent.refuses(acceptClosure())).toEqual({ code: "handoffs-pending", handoffs: ["h1"] });
	expect(away.does(acceptClosure())).toHaveLength(1);
	expect(brokenPromises(away.situation)).toEqual([]);
});

test("a closing step closes with its own reason, where the protocol ends", () => {
	const told = readyToClose();

	told.does(answer("close", "CLOSED"));

	expect(told.situation.closure).toMatchObject({ by: "lead", reason: "SAFE_LASTING" });
	expect(told.situation.closure?.beside).toBe(false);
});

test("the whole story is told again from its events", () => {
	const told = proposed(supporting());
	told.does(confirmFollowUp());
	proposed(told);
	told.does(closeInactive);

	const again = replay(told.compiled, told.events);

	expect(again).toMatchObject({
		status: "closed",
		closure: told.situation.closure,
		inactivity: told.situation.inactivity,
		activeAt: told.situation.activeAt,
	});
	expect(unsettledIn(again)).toEqual([]);
});

function proposed(told: Rehearsal): Rehearsal {
	for (const stage of ["reminder", "proposal"] as InactivityStage[]) {
		told.sleeps(30 * dayMs);
		told.does(noteInactivity(stage));
	}
	return told;
}

function escalated(told: Rehearsal): Rehearsal {
	told.waits({ n: 120, unit: "calendar-days" });
	return told;
}

function after(told: Rehearsal, wish: Parameters<Rehearsal["does"]>[0]): Rehearsal {
	told.does(wish);
	return told;
}
