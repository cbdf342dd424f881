import { expect, test } from "vitest";
import { changedExample } from "#protocols/language/changed-example.ts";
import { isHeldByRecipient, stateOf } from "./handoff/handoff.ts";
import { brokenPromises } from "./invariants.ts";
import { decideMerger, type Side } from "./merger.ts";
import { isOnlyBeside, takesPart } from "./participation.ts";
import { dayMs, hourMs, memberOf, mondayMorning, type Rehearsal, rehearse } from "./rehearsal.ts";
import {
	careAccepted,
	careAsked,
	concernAccepted,
	concernSent,
	readyToClose,
	readyToSend,
	supporting,
} from "./rehearsed-example.ts";
import { replay } from "./replay.ts";
import { factsOf, openSteps, runningInterruptions } from "./situation.ts";
import { act, answer, handOff, handoffOf, raise } from "./wishes.ts";

const newer = { ids: "n", startsAt: mondayMorning + dayMs };
const spotter = memberOf("spotter");
const crip = memberOf("crip");

test("the older one remains, whoever said so first", () => {
	const [older, later] = [concernAccepted(), readyToSend(newer)];

	const said = merged(older, later, { older: crip });
	const saidTheOtherWay = decideMerger(
		sideOf(later, spotter, 2),
		sideOf(older, crip, 1),
		at(later),
	);

	expect(said.remaining.situation.openedAt).toBe(older.situation.openedAt);
	expect(saidTheOtherWay).toMatchObject({
		closed: { events: said.closed.events },
		remaining: { events: said.remaining.events },
	});
});

test("of two that opened at the same instant, the one that the store knew first remains", () => {
	const [one, other] = [concernAccepted(), readyToSend({ ids: "n" })];

	const decision = decideMerger(sideOf(other, spotter, 2), sideOf(one, crip, 1), at(one));

	expect(decision).toMatchObject({ closed: { events: [{ into: 1 }, {}] } });
});

test("the other is closed as a duplicate, and both histories say so", () => {
	const [older, later] = [concernAccepted(), concernSent(newer)];

	const { remaining, closed } = merged(older, later, { older: crip });

	expect(closed.situation).toMatchObject({
		status: "closed",
		closure: { reason: "DUPLICATE", by: "spotter" },
		merged: { into: 1 },
	});
	expect(closed.events).toMatchObject([
		{ type: "situation-merged", by: "spotter", handoffs: ["n1"] },
		{ type: "situation-closed", by: "spotter", reason: "DUPLICATE" },
	]);
	expect(remaining.events).toMatchObject([
		{
			type: "situation-joined",
			by: "crip",
			structures: ["spotter"],
			handoffs: [{ handoff: "n1" }],
		},
	]);
	expect(promisesOf({ remaining, closed })).toEqual([]);
});

test.each([
	["was only sent", () => careAsked(newer)],
	["was acknowledged", () => after(careAsked(newer), "ACKNOWLEDGE")],
	["waits for a precision", () => after(careAsked(newer), "ACKNOWLEDGE", "ASK_INFO")],
	["is studied again", () => after(careAsked(newer), "DECLINE", "CONTEST")],
	["was declined", () => after(careAsked(newer), "DECLINE")],
	["was not matched", () => after(careAsked(newer), "NOT_MATCHED")],
	["was accepted", () => careAccepted(newer)],
	["is in progress", () => after(careAccepted(newer), "CONTACT", "REVIEW")],
	["is suspended", () => after(careAccepted(newer), "SUSPEND")],
	["is about to be cancelled", () => after(careAccepted(newer), "SUSPEND", "ASK_CANCELLATION")],
] as const)("a handoff that %s moves as it is: same sides, same holder, same delay", (_, begin) => {
	const later = begin();
	later.waits({ n: 5, unit: "working-hours" });
	const before = handoffOf(later);
	const clock = later.situation.clocks[`handoff:${before.id}`];

	const { remaining, closed } = merged(concernAccepted(), later, { older: crip, newer: "lead" });

	const moved = remaining.situation.handoffs[before.id];
	expect(moved).toEqual({
		...before,
		beside: true,
		snapshot: expect.anything(),
		latestAct: remaining.situation.position,
	});
	expect(moved?.snapshot.value).toEqual(before.snapshot.value);
	expect(moved?.snapshot.context).toEqual(before.snapshot.context);
	expect(remaining.situation.clocks[`handoff:${before.id}`]).toEqual(clock);
	expect(closed.situation.handoffs[before.id]).toBeUndefined();
	expect(closed.situation.clocks).not.toHaveProperty(`handoff:${before.id}`);
	expect(promisesOf({ remaining, closed })).toEqual([]);
});

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

test("what remains goes on as it was: steps, holders, roles, clocks and answers", () => {
	const [older, later] = [supporting(), careAccepted(newer)];
	const before = older.situation;

	const { situation } = merged(older, later, { older: crip, newer: "lead" }).remaining;

	expect(openSteps(situation)).toEqual(openSteps(before));
	expect(situation.holders).toEqual(before.holders);
	expect(situation.bindings).toEqual(before.bindings);
	expect(factsOf(situation)).toEqual(factsOf(before));
	expect(situation.clocks).toMatchObject(before.clocks);
	expect(situation.entries).toEqual(before.entries);
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

test("a danger or a runaway that runs in the duplicate runs in what remains", () => {
	const [older, later] = [supporting(), readyToSend(newer)];
	later.does(raise("immediate-danger"));
	later.does(raise("runaway"));
	older.does(raise("runaway"));

	const { remaining, closed } = merged(older, later, { older: crip });

	expect(runningInterruptions(remaining.situation).sort()).toEqual(["immediate-danger", "runaway"]);
	expect(remaining.events.filter(({ type }) => type === "interruption-raised")).toMatchObject([
		{ interruption: "immediate-danger", by: "crip" },
	]);
	expect(promisesOf({ remaining, closed })).toEqual([]);
});

test("a draft that nobody has seen goes, an outcome is read where it came back", () => {
	const [older, later] = [concernAccepted(), careAccepted(newer)];
	later.does(act("FAIL", { handoff: "n2" }));
	later.does(answer("care-later", "AGAIN"));
	later.does(handOff("ask-care", { send: false }));

	const { remaining, closed } = merged(older, later, { older: crip, newer: "lead" });

	expect(remaining.events).toMatchObject([{ handoffs: [] }]);
	expect(Object.values(closed.situation.handoffs).map(stateOf)).toEqual([
		"completed",
		"failed",
		"discarded",
	]);
	later.takes(closed);
	expect(later.does(act("READ_OUTCOME", { handoff: "n2" }))).not.toEqual([]);
});

test("every structure of the duplicate takes part in what remains, and sees what it did before", () => {
	const [older, later] = [readyToSend(), careAccepted(newer)];
	const { remaining, closed } = merged(older, later, { newer: "crip" });

	for (const structure of ["spotter", "crip", "lead", "care"]) {
		expect(takesPart(closed.situation, structure)).toBe(true);
		expect(takesPart(remaining.situation, structure)).toBe(true);
	}
	expect(isOnlyBeside(remaining.situation, "spotter")).toBe(false);
	expect(isOnlyBeside(remaining.situation, "lead")).toBe(true);
	expect(isOnlyBeside(remaining.situation, "care")).toBe(true);
	expect(takesPart(remaining.situation, "care-2")).toBe(false);
});

test("a structure that had a part in both goes on with one", () => {
	const [older, later] = [careAccepted(), careAccepted(newer)];

	const { remaining, closed } = merged(older, later, { older: crip, newer: "lead" });

	expect(isOnlyBeside(remaining.situation, "care")).toBe(false);
	expect(Object.keys(remaining.situation.handoffs)).toEqual(["h1", "h2", "n2"]);
	expect(promisesOf({ remaining, closed })).toEqual([]);
});

test("three situations become one, one after the other, and nothing is lost on the way", () => {
	const third = careAccepted({ ids: "t", startsAt: mondayMorning + 2 * dayMs });
	const [older, later] = [readyToSend(), concernAccepted(newer)];
	later.waits({ n: 3, unit: "calendar-days" });
	later.takes(merged(later, third, { older: crip, newer: "lead" }).remaining);
	const clock = later.situation.clocks["handoff:t2"];

	const { remaining, closed } = merged(older, later, { newer: "crip" });

	expect(Object.keys(remaining.situation.handoffs)).toEqual(["n1", "t2"]);
	expect(remaining.situation.handoffs.t2).toMatchObject({ from: "lead", to: "care", beside: true });
	expect(remaining.situation.clocks["handoff:t2"]).toEqual(clock);
	expect(takesPart(remaining.situation, "care")).toBe(true);
	expect(takesPart(closed.situation, "care")).toBe(true);
	expect(promisesOf({ remaining, closed })).toEqual([]);
});

test("both histories tell the same again", () => {
	const [older, later] = [careAsked(), careAccepted(newer)];
	const { remaining, closed } = merged(older, later, { older: crip, newer: "lead" });
	older.takes(remaining);
	later.takes(closed);

	for (const told of [older, later]) {
		const again = replay(told.compiled, JSON.parse(JSON.stringify(told.events)));
		expect(again.clocks).toEqual(told.situation.clocks);
		expect(again.holders).toEqual(told.situation.holders);
		expect(Object.values(again.handoffs).map(stateOf)).toEqual(
			Object.values(told.situation.handoffs).map(stateOf),
		);
		expect([again.status, again.joined, again.merged]).toEqual([
			told.situation.status,
			told.situation.joined,
			told.situation.merged,
		]);
	}
});

test("a slip from before cannot be taken back: what came along would be lost", () => {
	const [older, later] = [readyToSend(), careAccepted(newer)];
	expect(older.situation.beforeLatestAnswer).toBeDefined();

	older.takes(merged(older, later, { newer: "crip" }).remaining);

	expect(older.situation.beforeLatestAnswer).toBeUndefined();
});

test("two people say so, each of a structure that takes part in theirs", () => {
	const [older, later] = [concernAccepted(), concernAccepted(newer)];

	expect(refusal(older, later, { older: crip, newer: "crip" })).toEqual({
		code: "needs-two-people",
	});
	expect(
		refusal(older, later, { older: crip, newer: memberOf("crip", { actor: "colleague" }) }),
	).toBeUndefined();
	expect(refusal(older, later, { older: crip, newer: "care" })).toEqual({ code: "not-part-of-it" });
	expect(refusal(older, later, { older: "care", newer: crip })).toEqual({ code: "not-part-of-it" });
});

test("one of the two is the CRIP, the ASE or a coordinator: only they know both young persons", () => {
	const [older, later] = [careAccepted(), careAccepted(newer)];
	const ase = { holding: { ase: ["lead"] } };

	expect(refusal(older, later, { older: "spotter", newer: "lead" })).toEqual({
		code: "needs-matching-role",
	});
	expect(refusal(older, later, { older: "spotter", newer: crip })).toBeUndefined();
	expect(
		refusal(older, later, { older: { ...spotter, coordinator: true }, newer: "lead" }),
	).toBeUndefined();
	expect(
		refusal(careAccepted(ase), careAccepted({ ...newer, ...ase }), {
			older: "spotter",
			newer: "lead",
		}),
	).toBeUndefined();
});

test("what is closed becomes nothing else", () => {
	const closed = readyToClose();
	closed.does(answer("close", "CLOSED"));

	expect(refusal(closed, concernAccepted(newer), { older: spotter, newer: crip })).toEqual({
		code: "situation-closed",
	});
});

test("where the protocol of what remains knows no such step, what runs has to end first", () => {
	const [older, later] = [rehearse(renamed("ask-care")), careAccepted(newer)];
	const says = { newer: "crip" };

	expect(refusal(older, later, says)).toEqual({ code: "other-protocol" });
	later.does(act("FAIL", { handoff: "n2" }));
	expect(refusal(older, later, says)).toBeUndefined();
	later.does(raise("runaway"));
	expect(refusal(rehearse(renamed("runaway")), later, says)).toEqual({ code: "other-protocol" });
	expect(refusal(older, later, says)).toBeUndefined();
});

/** The short example, with another name for one of its parts. */
function renamed(id: string): unknown {
	return JSON.parse(JSON.stringify(changedExample()).replaceAll(`"${id}"`, `"other-${id}"`));
}

type Says = { older?: typeof crip | string; newer?: typeof crip | string };

function decision(older: Rehearsal, later: Rehearsal, says: Says) {
	const one = sideOf(older, says.older ?? spotter, 1);
	const other = sideOf(later, says.newer ?? spotter, 2);
	return decideMerger(one, other, at(later));
}

function merged(older: Rehearsal, later: Rehearsal, says: Says = {}) {
	const decided = decision(older, later, says);
	if (!decided.accepted) throw new Error(decided.refusal.code);
	const { remaining, closed } = decided;
	return { remaining, closed };
}

function refusal(...given: Parameters<typeof decision>) {
	const decided = decision(...given);
	return decided.accepted ? undefined : decided.refusal;
}

function sideOf(told: Rehearsal, acting: typeof crip | string, reference: number): Side {
	const by = typeof acting === "string" ? memberOf(acting) : acting;
	return { situation: told.situation, events: told.events, reference, acting: by };
}

function at(told: Rehearsal) {
	return { ...told.circumstances(), now: told.now + hourMs };
}

function after(told: Rehearsal, ...acts: Parameters<typeof act>[0][]): Rehearsal {
	for (const code of acts) told.does(act(code));
	return told;
}

function promisesOf({ remaining, closed }: ReturnType<typeof merged>): string[] {
	return [...brokenPromises(remaining.situation), ...brokenPromises(closed.situation)];
}
