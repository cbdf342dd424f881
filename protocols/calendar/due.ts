import type { Duration } from "#protocols/language/delay.ts";
import { addWorkingTime, closingTime, workingDayAfter } from "./office-hours.ts";
import { dayMs, type EpochMs, hourMs, instantOf, localDay, wallAt } from "./time-zone.ts";
import type { StructureClosing, WorkingCalendar } from "./working-calendar.ts";

/**
 * When a delay that starts at an instant is due.
 *
 * - clock hours: real time, nights and holidays included;
 * - calendar days: the same time on the local clock, n days later;
 * - working hours: only office hours of working days count; a count that ends with the day is due
 *   at closing;
 * - working days: at closing on the nth working day after the local day of the start.
 *
 * @param closing the structure's own closing days, which count as not worked
 * @throws RangeError when the calendar stays closed for more than 400 days
 */
export function dueInstant(
	calendar: WorkingCalendar,
	from: EpochMs,
	{ n, unit }: Duration,
	closing?: StructureClosing,
): EpochMs {
	const { timeZone } = calendar;
	switch (unit) {
		case "clock-hours":
			return from + n * hourMs;
		case "calendar-days":
			return instantOf(timeZone, wallAt(timeZone, from) + n * dayMs);
		case "working-hours":
			return addWorkingTime(calendar, from, n * hourMs, closing);
		case "working-days": {
			const day = workingDayAfter(calendar, localDay(timeZone, from), n, closing);
			return closingTime(calendar, day);
		}
	}
}
