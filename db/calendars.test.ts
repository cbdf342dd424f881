import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { datesOf } from "#protocols/calendar/closures.ts";
import type { WorkingCalendar } from "#protocols/calendar/working-calendar.ts";
import type { ClockId } from "#protocols/casework/situation.ts";
import { brokenTrailEntry } from "./audit.ts";
import type { CalendarChange } from "./calendar-change.ts";
import { changeCalendar, structureDaysOf } from "./calendars.ts";
import { circumstancesOf, workingCalendarOf } from "./circumstances.ts";
import { historyOf, situationOf } from "./history.ts";
import { checkRows } from "./rebuild.ts";
import { recalculateSome, waitingRecalculations } from "./recalculation.ts";
import { previewMoves } from "./recalculation-preview.ts";
import { situationsToRecalculate } from "./running-clocks.ts";
import { audit } from "./schema/audit.ts";
import { journal, timers } from "./schema/journal.ts";
import { sentToCrip, tellInStore } from "./small-casework.ts";
import { momentAt, monday, type SmallTerritory, smallTerritory } from "./small-territory.ts";
import { sweepTimers } from "./timers.ts";

const hourMs = 3_600_000;
const mornings = { office: { startMinute: 540, endMinute: 720 } };

test("a change is kept, said in the trail, and asked for nothing twice", () => {
	const territory = smallTerritory();
	const { db, territoryId } = territory;

	const first = change(territory, mornings);
	const again = change(territory, mornings);

	expect([first?.done, again]).toEqual([true, undefined]);
	expect(workingCalendarOf(db, territoryId)).toMatchObject(mornings);
	expect(db.select().from(audit).all()).toMatchObject([
		{ act: "CALENDAR_CHANGED", actor: "lead-member", structureId: "lead", subject: null },
	]);
	expect(brokenTrailEntry(db)).toBeUndefined();
});

test("exceptional days come and go one by one", () => {
	const territory = smallTerritory();

	change(territory, { closedDates: ["2026-12-24"], openDates: ["2026-11-11"] });
	change(territory, { closedDates: [], openDates: ["2026-11-11"] });

	expect(workingCalendarOf(territory.db, territory.territoryId)).toMatchObject({
		closedDates: [],
		openDates: ["2026-11-11"],
	});
});

test("what changes is written at once in histories, rows and timers, which agree", () => {
	const territory = smallTerritory();
	const { db } = territory;
	const { situationPk, now } = tellInStore(territory, sentToCrip);
	const before = clocksOf(territory, situationPk);

	const portion = change(territory, mornings, now);

	expect(portion).toEqual({ first: true, done: true, moved: 1, faults: [] });
	expect(historyOf(db, situationPk).at(-1)).toMatchObject({
		type: "clocks-recalculated",
		by: "system",
	});
	const after = situationOf(db, situationPk);
	expect(after.clocks).not.toEqual(before);
	expect(timersOf(territory, situationPk)).toEqual(
		Object.entries(after.clocks)
			.map(([clock, { strikes }]) => ({ clock, fireAt: strikes[0]?.at }))
			.sort((one, other) => (one.clock < other.clock ? -1 : 1)),
	);
	expect(checkRows(db)).toEqual([]);
});

test("a structure that closes in August moves the clocks of its own team", () => {
	const territory = smallTerritory();
	const { db } = territory;
	const july = Date.UTC(2027, 6, 30, 14);
	const { situationPk, now } = tellInStore(territory, sentToCrip, { startsAt: july });
	const closing = { weekdays: [5], dates: datesOf({ from: "2027-08-02", to: "2027-08-20" }) };

	changeStructure(territory, { structureId: "crip", closing, onCall: true }, now);

	expect(structureDaysOf(db, "crip")).toEqual({ closing, onCall: true });
	const [handoff] = Object.values(situationOf(db, situationPk).handoffs);
	const { dueAt } = situationOf(db, situationPk).clocks[`handoff:${handoff?.id}`] ?? {};
	expect(new Date(dueAt ?? 0).toISOString()).toMatch(/^2027-08-23T/);
	expect(db.select().from(audit).all().at(-1)).toMatchObject({
		act: "CLOSING_DAYS_CHANGED",
		subject: "crip",
	});
});

test("a preview counts what would move, and writes nothing", () => {
	const territory = smallTerritory();
	const { db, territoryId } = territory;
	const { now } = tellInStore(territory, sentToCrip);
	tellInStore(territory, [], { seed: 2 });
	const events = db.select().from(journal).all().length;
	const calendar = { ...workingCalendarOf(db, territoryId), ...mornings };
	const asked = { territoryId, change: { of: "territory", calendar } } as const;

	const preview = previewMoves(db, momentAt(now), asked, { afterPk: 0, limit: 10 });

	expect(preview).toEqual({
		moves: { clocks: 3, later: 2, earlier: 1, lateAtOnce: 0, situations: 2 },
		next: undefined,
	});
	expect(db.select().from(journal).all()).toHaveLength(events);
	const first = previewMoves(db, momentAt(now), asked, { afterPk: 0, limit: 1 });
	expect(first).toMatchObject({ moves: { situations: 1 }, next: 1 });
	expect(situationsToRecalculate(db, territoryId)).toBe(2);
});

test("a preview says how many clocks would be late at once; they strike at the next sweep, in order", () => {
	const territory = smallTerritory();
	const { db, territoryId } = territory;
	change(territory, { closedDates: ["2026-09-07", "2026-09-08"] });
	const { situationPk, now } = tellInStore(territory, sentToCrip);
	const later = now + 29 * hourMs;
	const calendar = { ...workingCalendarOf(db, territoryId), closedDates: [] };

	const asked = { territoryId, change: { of: "territory", calendar } } as const;
	const { moves } = previewMoves(db, momentAt(later), asked, { afterPk: 0, limit: 10 });
	change(territory, { closedDates: [] }, later);
	sweepTimers(db, momentAt(later));

	expect(moves.lateAtOnce).toBe(2);
	const stages = historyOf(db, situationPk).flatMap((event) =>
		event.type === "clock-struck" && event.clock.startsWith("handoff:") ? [event.stage] : [],
	);
	expect(stages.slice(0, 2)).toEqual(["soon", "overdue"]);
});

test("a territory of many situations is done portion by portion, and goes on where it was cut off", () => {
	const territory = smallTerritory();
	const { db, territoryId } = territory;
	const told = Array.from({ length: 9 }, (_, index) =>
		tellInStore(territory, [], { seed: index + 1 }),
	);
	const now = Math.max(...told.map((one) => one.now));

	const first = change(territory, mornings, now);

	expect(first).toEqual({ first: true, done: false, moved: 5, faults: [] });
	expect(waitingRecalculations(db)).toEqual([territoryId]);
	// Cut off in the middle of a portion: nothing of it is kept.
	expect(() =>
		db.transaction((tx) => {
			recalculateSome(tx, momentAt(now), territoryId, 3);
			throw new Error("crash");
		}),
	).toThrow("crash");
	expect(recalculateNow(territory, now, 3)).toEqual({
		first: false,
		done: false,
		moved: 3,
		faults: [],
	});
	expect(recalculateNow(territory, now, 3)).toEqual({
		first: false,
		done: true,
		moved: 1,
		faults: [],
	});
	expect(waitingRecalculations(db)).toEqual([]);
	for (const { situationPk } of told) expect(stale(territory, situationPk, now)).toEqual([]);
});

test("a change in the middle of another begins again, and ends with the latest calendar", () => {
	const territory = smallTerritory();
	const told = Array.from({ length: 9 }, (_, index) =>
		tellInStore(territory, [], { seed: index + 1 }),
	);
	const now = Math.max(...told.map((one) => one.now));
	change(territory, mornings, now);

	change(territory, { office: { startMinute: 600, endMinute: 1200 } }, now);
	recalculateNow(territory, now, 50);

	for (const { situationPk } of told) expect(stale(territory, situationPk, now)).toEqual([]);
});

test("a situation that cannot be read stops no other, and is told of", () => {
	const territory = smallTerritory();
	const { db } = territory;
	const [broken, whole] = [1, 2].map((seed) => tellInStore(territory, [], { seed }));
	db.$client.exec("DROP TRIGGER journal_refuses_update");
	db.$client.exec("UPDATE journal SET sealed = zeroblob(80) WHERE situation_pk = 1");
	const now = whole?.now ?? monday;

	const portion = change(territory, mornings, now);

	expect([portion?.done, portion?.moved, portion?.faults.length]).toEqual([true, 1, 1]);
	expect(broken?.situationPk).toBe(1);
	expect(stale(territory, whole?.situationPk ?? 0, now)).toEqual([]);
});

/** Clocks that are not what a computation from the history alone gives. */
function stale(territory: SmallTerritory, situationPk: number, now: number): string[] {
	const { db, territoryId } = territory;
	const { calendar } = circumstancesOf(db, territoryId, momentAt(now));
	const { clocks, bindings } = situationOf(db, situationPk);
	return (Object.keys(clocks) as ClockId[]).filter((clock) => {
		const { startedAt, dueAt } = clocks[clock] ?? { startedAt: 0, dueAt: 0 };
		const [step] = territory.protocol.phases.flatMap(({ steps }) =>
			steps.filter(({ id }) => clock === `step:${id}`),
		);
		if (!step || !("delay" in step)) return true;
		return calendar.dueAt(startedAt, step.delay, bindings[step.role]) !== dueAt;
	});
}

function change(
	{ db, territoryId }: SmallTerritory,
	changes: Partial<WorkingCalendar>,
	now = monday,
) {
	const calendar = { ...workingCalendarOf(db, territoryId), ...changes };
	return asked(db, territoryId, { of: "territory", calendar }, now);
}

function changeStructure(
	{ db, territoryId }: SmallTerritory,
	days: Omit<Extract<CalendarChange, { of: "structure" }>, "of">,
	now: number,
) {
	return asked(db, territoryId, { of: "structure", ...days }, now);
}

function asked(db: SmallTerritory["db"], territoryId: string, wish: CalendarChange, now: number) {
	const who = { territoryId, actor: "lead-member", structureId: "lead" };
	return changeCalendar(db, momentAt(now), { ...who, change: wish });
}

function recalculateNow({ db, territoryId }: SmallTerritory, now: number, limit: number) {
	return db.transaction((tx) => recalculateSome(tx, momentAt(now), territoryId, limit));
}

function clocksOf({ db }: SmallTerritory, situationPk: number) {
	return situationOf(db, situationPk).clocks;
}

function timersOf({ db }: SmallTerritory, situationPk: number) {
	return db
		.select({ clock: timers.clock, fireAt: timers.fireAt })
		.from(timers)
		.where(eq(timers.situationPk, situationPk))
		.orderBy(asc(timers.clock))
		.all();
}
