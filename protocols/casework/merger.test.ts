import { expect, test } from "vitest";
import { stateOf } from "./handoff/handoff.ts";
import { decideMerger } from "./merger.ts";
import { isOnlyBeside, takesPart } from "./participation.ts";
import { dayMs, mondayMorning } from "./rehearsal.ts";
import {
	careAccepted,
	careAsked,
	concernAccepted,
	concernSent,
	readyToSend,
	supporting,
} from "./rehearsed-example.ts";
import { after, at, crip, merged, newer, promisesOf, sideOf, spotter } from "./rehearsed-merger.ts";
import { replay } from "./replay.ts";
import { factsOf, openSteps, runningInterruptions } from "./situation.ts";
import { act, answer, handOff, handoffOf, raise } from "./wishes.ts";

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
