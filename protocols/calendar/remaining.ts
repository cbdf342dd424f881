import type { DelayUnit } from "#protocols/language/delay.ts";
import { addWorkingTime, workingTimeBetween } from "./office-hours.ts";
import type { EpochMs } from "./time-zone.ts";
import type { StructureClosing, WorkingCalendar } from "./working-calendar.ts";

/** Says whether a unit counts office time, and not the time of every clock. */
export function countsWorkingTime(unit: DelayUnit): boolean {
	return unit === "working-hours" || unit === "working-days";
}

/**
 * What is left of a delay, in milliseconds of its own time: office time for working hours and
 * working days, elapsed time for the two others. 0 once it has passed.
 */
export function remainingTime(
	calendar: WorkingCalendar,
	now: EpochMs,
	due: EpochMs,
	unit: DelayUnit,
	closing?: StructureClosing,
): number {
	if (countsWorkingTime(unit)) return workingTimeBetween(calendar, now, due, closing);
	return Math.max(0, due - now);
}

/**
 * When a delay that was paused with some time left is due, once its clock runs again.
 *
 * The inverse of `remainingTime` for a due instant inside office hours or at closing; one that is
 * set outside office hours comes back as the closing before it.
 *
 * @param remainingMs what `remainingTime` gave at the pause, in the same unit
 */
export function resumeAt(
	calendar: WorkingCalendar,
	now: EpochMs,
	remainingMs: number,
	unit: DelayUnit,
	closing?: StructureClosing,
): EpochMs {
	if (countsWorkingTime(unit)) return addWorkingTime(calendar, now, remainingMs, closing);
	return now + Math.max(0, remainingMs);
}
