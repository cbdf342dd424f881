import { eq } from "drizzle-orm";
import type { WorkingCalendar } from "#protocols/calendar/working-calendar.ts";
import { recordAudit } from "./audit.ts";
import type { CalendarChange, StructureDays } from "./calendar-change.ts";
import { closingOf, workingCalendarOf } from "./circumstances.ts";
import type { Db, Tx } from "./client.ts";
import type { Moment } from "./journal.ts";
import { askRecalculation, type Portion, recalculateSome } from "./recalculation.ts";
import { structureClosingDays, structures } from "./schema/structures.ts";
import { exceptionalDays, territories } from "./schema/territories.ts";

/** The days of a structure. @throws RangeError when there is no such structure (a caller's bug) */
export function structureDaysOf(db: Db | Tx, structureId: string): StructureDays {
	const row = db
		.select({ onCall: structures.onCall })
		.from(structures)
		.where(eq(structures.id, structureId))
		.get();
	if (!row) throw new RangeError(`No structure ${structureId}.`);
	return { onCall: row.onCall, closing: closingOf(db, structureId) };
}

/** Who changes which calendar. */
export type AskedChange = {
	territoryId: string;
	actor: string;
	/** For whom they act. */
	structureId: string;
	visit?: string;
	change: CalendarChange;
};

/** How many situations are recalculated with the change itself; the sweeper takes those behind them. */
const atOnce = 5;

/**
 * Sets a calendar, says so in the trail, and has every running clock computed again: the first
 * situations in the same transaction, the others by the sweeper, which also goes on after a crash.
 *
 * @returns what became of the first situations; undefined where nothing is changed
 */
export function changeCalendar(
	db: Db,
	moment: Moment,
	{ territoryId, actor, structureId, visit, change }: AskedChange,
): Portion | undefined {
	return db.transaction(
		(tx) => {
			if (isSame(tx, territoryId, change)) return undefined;
			write(tx, territoryId, change);
			const act = change.of === "territory" ? "CALENDAR_CHANGED" : "CLOSING_DAYS_CHANGED";
			const subject = change.of === "structure" ? { subject: change.structureId } : {};
			const who = { actor, structureId, ...(visit === undefined ? {} : { visit }) };
			recordAudit(tx, moment, { ...who, act, ...subject });
			askRecalculation(tx, territoryId, moment.now);
			return recalculateSome(tx, moment, territoryId, atOnce);
		},
		{ behavior: "immediate" },
	);
}

function isSame(tx: Tx, territoryId: string, change: CalendarChange): boolean {
	const present =
		change.of === "territory"
			? { of: change.of, calendar: workingCalendarOf(tx, territoryId) }
			: {
					of: change.of,
					structureId: change.structureId,
					...structureDaysOf(tx, change.structureId),
				};
	return told(present) === told(change);
}

/** A calendar as text, whatever the order in which its days were given. */
function told(change: CalendarChange): string {
	if (change.of === "structure") {
		const { weekdays, dates } = change.closing;
		return JSON.stringify([change.onCall, weekdays.toSorted(), dates.toSorted()]);
	}
	const { timeZone, holidays, office, workDays, closedDates, openDates } = change.calendar;
	const days = [workDays, closedDates, openDates].map((some) => [...some].sort());
	return JSON.stringify([timeZone, holidays, office.startMinute, office.endMinute, days]);
}

function write(tx: Tx, territoryId: string, change: CalendarChange): void {
	if (change.of === "territory") writeTerritory(tx, territoryId, change.calendar);
	else writeStructure(tx, change);
}

function writeTerritory(
	tx: Tx,
	territoryId: string,
	{ timeZone, holidays, office, workDays, closedDates, openDates }: WorkingCalendar,
): void {
	tx.update(territories)
		.set({
			timeZone,
			holidayRegion: holidays,
			officeStartMinute: office.startMinute,
			officeEndMinute: office.endMinute,
			workDays: workDays.toSorted().join(""),
		})
		.where(eq(territories.id, territoryId))
		.run();
	tx.delete(exceptionalDays).where(eq(exceptionalDays.territoryId, territoryId)).run();
	const days = [
		...closedDates.map((date) => ({ territoryId, date, closed: true })),
		...openDates.map((date) => ({ territoryId, date, closed: false })),
	];
	if (days.length > 0) tx.insert(exceptionalDays).values(days).run();
}

function writeStructure(
	tx: Tx,
	{ structureId, closing, onCall }: Extract<CalendarChange, { of: "structure" }>,
): void {
	tx.update(structures).set({ onCall }).where(eq(structures.id, structureId)).run();
	tx.delete(structureClosingDays).where(eq(structureClosingDays.structureId, structureId)).run();
	const days = [
		...closing.weekdays.map((weekday) => ({ structureId, weekday })),
		...closing.dates.map((date) => ({ structureId, date })),
	];
	if (days.length > 0) tx.insert(structureClosingDays).values(days).run();
}
