import { expect, test } from "vitest";
import { ordinaryCalendar } from "#protocols/calendar/example-calendars.ts";
import type { StructureClosing, WorkingCalendar } from "#protocols/calendar/working-calendar.ts";
import { exampleAt } from "#protocols/language/changed-example.ts";
import { type SituationEvent, situationEvent } from "./events.ts";
import { brokenPromises } from "./invariants.ts";
import { decideRecalculation } from "./recalculation.ts";
import { hourMs, nextStrike, type Rehearsal } from "./rehearsal.ts";
import { careAsked, concernSent, readyToSend } from "./rehearsed-example.ts";
import { merged, newer } from "./rehearsed-merger.ts";
import { replay } from "./replay.ts";
import type { Calendar, ClockId, Situation } from "./situation.ts";
import { territoryCalendar } from "./territory-calendar.ts";
import { act, handOff } from "./wishes.ts";

// Mornings only: what takes four office hours from Monday 10:00 ends on Tuesday.
const mornings = ordinaryCalendar("metropole", { office: { startMinute: 540, endMinute: 720 } });
const ordinary = ordinaryCalendar("metropole");

test("a running clock ends where it would have, had the calendar always been the present one", () => {
	const told = concernSent();
	const { startedAt, dueAt } = clockOf(told, "handoff:h1");

	const [event] = recalculate(told, mornings);

	expect(event).toMatchObject({ type: "clocks-recalculated", by: "system", actor: null });
	const now = clockOf(told, "handoff:h1");
	expect(now.startedAt).toBe(startedAt);
	expect(now.dueAt).toBe(by(mornings).dueAt(startedAt, { n: 4, unit: "working-hours" }, "crip"));
	expect(now.dueAt).toBeGreaterThan(dueAt);
});

test("a calendar that moves nothing records nothing", () => {
	const told = concernSent();

	expect(recalculate(told, ordinaryCalendar("metropole", { closedDates: ["2030-05-02"] }))).toEqual(
		[],
	);
});

test("the same calendar again puts every clock back", () => {
	const told = careAsked();
	const before = told.situation.clocks;

	recalculate(told, mornings);
	expect(told.situation.clocks).not.toEqual(before);
	recalculate(told, ordinary);

	expect(told.situation.clocks).toEqual(before);
});

test("the closing days of a structure move the clocks of its own team alone", () => {
	const told = careAsked();
	const before = told.situation.clocks;

	recalculate(told, ordinary, (structure) => (structure === "care" ? allWeek : undefined));

	const moved = (Object.keys(before) as ClockId[]).filter(
		(clock) => told.situation.clocks[clock]?.dueAt !== before[clock]?.dueAt,
	);
	expect(moved).toEqual(["handoff:h2"]);
});

test("what a closing day would have put in the past strikes at once, and nothing is skipped", () => {
	const closed = ordinaryCalendar("metropole", { closedDates: ["2026-09-07", "2026-09-08"] });
	const told = concernSent();
	recalculate(told, closed);
	told.sleeps(48 * hourMs);

	recalculate(told, ordinary);

	const { dueAt, strikes } = clockOf(told, "handoff:h1");
	expect(dueAt).toBeLessThan(told.now);
	expect(strikes.map(({ stage }) => stage)).toEqual(["soon", "overdue", "coordinator", "escalate"]);
	expect(nextStrike(told.situation, told.now)).toMatchObject({ stage: "soon" });
});

test("what was late stays late since when it was; only the rungs above are moved", () => {
	const told = concernSent();
	told.waits({ n: 5, unit: "working-hours" });
	const before = clockOf(told, "handoff:h1");
	expect(before.reached?.stage).toBe("overdue");

	recalculate(told, mornings);

	const { dueAt, strikes, reached } = clockOf(told, "handoff:h1");
	expect([dueAt, reached]).toEqual([before.dueAt, before.reached]);
	expect(strikes.map(({ stage }) => stage)).toEqual(["coordinator", "escalate"]);
	expect(strikes).not.toEqual(before.strikes);
});

test("a decision that stands still for a precision goes on by the new calendar", () => {
	const told = concernSent();
	told.does(act("ACKNOWLEDGE"));
	told.does(act("ASK_INFO"));
	const held = told.situation.handoffs.h1?.heldDecision?.dueAt;

	const [event] = recalculate(told, ordinaryCalendar("metropole", { closedDates: ["2026-09-08"] }));

	expect(event).toMatchObject({ held: [{ handoff: "h1" }] });
	expect(told.situation.handoffs.h1?.heldDecision?.dueAt).toBeGreaterThan(held ?? 0);
	expect(recalculate(told, ordinary)).toHaveLength(1);
	expect(told.situation.handoffs.h1?.heldDecision?.dueAt).toBe(held);
});

test("the latest answer cannot be taken back into clocks of another calendar", () => {
	const told = readyToSend();
	expect(told.situation.beforeLatestAnswer).toBeDefined();

	recalculate(told, mornings);

	expect(told.situation.beforeLatestAnswer).toBeUndefined();
});

test("not even where its own clock is the only one that moves", () => {
	const delay = { n: 3, unit: "calendar-days", basis: "example" };
	const told = readyToSend({}, { at: [...exampleAt.sendConcern, "delay"], becomes: delay });

	const [event] = recalculate(told, mornings);

	expect(event?.clocks).toEqual([]);
	expect(told.situation.beforeLatestAnswer).toBeUndefined();
});

test("what came along with a duplicate is computed from where it began", () => {
	const [older, later] = [careAsked(), careAsked(newer)];
	const before = clockOf(later, "handoff:n2");
	recalculate(later, mornings);
	const moved = clockOf(later, "handoff:n2");
	older.takes(merged(older, later, { older: "crip", newer: "lead" }).remaining);
	expect(clockOf(older, "handoff:n2")).toEqual(moved);

	recalculate(older, ordinary);

	expect(moved.dueAt).not.toBe(before.dueAt);
	expect(clockOf(older, "handoff:n2")).toEqual(before);
	expect(brokenPromises(older.situation)).toEqual([]);
});

test("a replay needs no calendar", () => {
	const told = careAsked();
	recalculate(told, mornings);
	told.does(act("ACCEPT"));

	const stored = told.events.map((event) =>
		situationEvent.parse(JSON.parse(JSON.stringify(event))),
	);

	expect(replay(told.compiled, stored).clocks).toEqual(told.situation.clocks);
});

test("no event takes place before the one that came before it, whatever the clock says", () => {
	const told = readyToSend();
	const latest = told.situation.latestAt;
	told.sleeps(-2 * hourMs);

	const [event] = told.does(handOff("send-concern"));

	expect(event?.at).toBe(latest);
});

const allWeek = { weekdays: [1, 2, 3, 4], dates: [] };

function by(
	calendar: WorkingCalendar,
	closingOf: (structure: string) => StructureClosing | undefined = () => undefined,
): Calendar {
	return territoryCalendar(calendar, closingOf);
}

/** Changes the calendar. @returns what was recorded */
function recalculate(told: Rehearsal, ...calendar: Parameters<typeof by>): SituationEvent[] {
	const { situation, compiled, events } = told;
	const versions = () => {
		throw new RangeError("It was never moved.");
	};
	const circumstances = { ...told.circumstances(), calendar: by(...calendar) };
	const story = decideRecalculation(situation, { compiled, events, versions }, circumstances);
	return story ? told.takes({ accepted: true, ...story }) : [];
}

function clockOf({ situation }: Rehearsal, clock: ClockId): Situation["clocks"][ClockId] {
	const found = situation.clocks[clock];
	if (!found) throw new Error(`${clock} does not run: ${Object.keys(situation.clocks).join(", ")}`);
	return found;
}
