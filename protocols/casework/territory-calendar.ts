import { dueInstant } from "#protocols/calendar/due.ts";
import { remainingTime, resumeAt } from "#protocols/calendar/remaining.ts";
import { partWay } from "#protocols/calendar/stages.ts";
import type { StructureClosing, WorkingCalendar } from "#protocols/calendar/working-calendar.ts";
import type { Calendar } from "./situation.ts";

/** The calendar of a territory, with the closing days of its structures, as decisions ask for it. */
export function territoryCalendar(
	calendar: WorkingCalendar,
	closingOf: (structure: string) => StructureClosing | undefined,
): Calendar {
	return {
		dueAt: (from, { n, unit }, structure) =>
			dueInstant(calendar, from, { n, unit }, structure ? closingOf(structure) : undefined),
		shareOf: (from, dueAt, share, unit) => partWay(calendar, from, dueAt, share, unit),
		resumeAt: (now, pausedAt, instant, unit) =>
			resumeAt(calendar, now, remainingTime(calendar, pausedAt, instant, unit), unit),
	};
}
