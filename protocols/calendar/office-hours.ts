import { type DayNumber, plainDateOf } from "./day-number.ts";
import { dayMs, type EpochMs, instantOf, localDay, minuteMs } from "./time-zone.ts";
import { type StructureClosing, type WorkingCalendar, workingDayTest } from "./working-calendar.ts";

/** No search goes past these: a calendar that never opens is an error, not an endless loop. */
const longestClosureDays = 400;
const longestSearchDays = 100_000;

/** The end of office hours of a local day. */
export function closingTime(calendar: WorkingCalendar, day: DayNumber): EpochMs {
	return instantAt(calendar, day, calendar.office.endMinute);
}

/**
 * The nth working day after a local day, which itself does not count.
 *
 * @throws RangeError when the calendar stays closed for more than 400 days
 */
export function workingDayAfter(
	calendar: WorkingCalendar,
	start: DayNumber,
	n: number,
	closing?: StructureClosing,
): DayNumber {
	let counted = 0;
	for (const day of workingDaysFrom(calendar, start + 1, closing)) {
		counted += 1;
		if (counted >= n) return day;
	}
	throw searchedTooFar(calendar, start, closing);
}

/**
 * The instant at which an amount of working time has passed; an amount that ends with the day is
 * reached at closing, not at the next opening.
 *
 * @throws RangeError when the calendar stays closed for more than 400 days
 */
export function addWorkingTime(
	calendar: WorkingCalendar,
	from: EpochMs,
	amountMs: number,
	closing?: StructureClosing,
): EpochMs {
	if (amountMs <= 0) return from;
	const start = localDay(calendar.timeZone, from);
	let left = amountMs;
	for (const day of workingDaysFrom(calendar, start, closing)) {
		const opensAt = Math.max(from, openingTime(calendar, day));
		const available = Math.max(0, closingTime(calendar, day) - opensAt);
		if (left <= available) return opensAt + left;
		left -= available;
	}
	throw searchedTooFar(calendar, start, closing);
}

/**
 * The working time between two instants, in milliseconds; 0 when the second is not after the first.
 *
 * @throws RangeError when they are more than 100 000 days apart
 */
export function workingTimeBetween(
	calendar: WorkingCalendar,
	from: EpochMs,
	to: EpochMs,
	closing?: StructureClosing,
): number {
	if (to <= from) return 0;
	if (to - from > longestSearchDays * dayMs) {
		throw new RangeError(`Too far apart to count working time: ${from} and ${to}`);
	}
	const isWorking = workingDayTest(calendar, closing);
	const last = localDay(calendar.timeZone, to);
	let total = 0;
	for (let day = localDay(calendar.timeZone, from); day <= last; day += 1) {
		if (!isWorking(day)) continue;
		const opensAt = Math.max(from, openingTime(calendar, day));
		total += Math.max(0, Math.min(to, closingTime(calendar, day)) - opensAt);
	}
	return total;
}

function openingTime(calendar: WorkingCalendar, day: DayNumber): EpochMs {
	return instantAt(calendar, day, calendar.office.startMinute);
}

function instantAt({ timeZone }: WorkingCalendar, day: DayNumber, minute: number): EpochMs {
	return instantOf(timeZone, day * dayMs + minute * minuteMs);
}

function* workingDaysFrom(
	calendar: WorkingCalendar,
	first: DayNumber,
	closing?: StructureClosing,
): Generator<DayNumber> {
	const isWorking = workingDayTest(calendar, closing);
	let lastWorked = first;
	for (let day = first; day < first + longestSearchDays; day += 1) {
		if (isWorking(day)) {
			lastWorked = day;
			yield day;
		}
		if (day - lastWorked > longestClosureDays) {
			throw new RangeError(`No working day ${described(calendar, lastWorked, closing)}`);
		}
	}
}

function searchedTooFar(
	calendar: WorkingCalendar,
	from: DayNumber,
	closing?: StructureClosing,
): RangeError {
	return new RangeError(
		`Not reached in ${longestSearchDays} days ${described(calendar, from, closing)}`,
	);
}

function described(calendar: WorkingCalendar, from: DayNumber, closing?: StructureClosing): string {
	return `from ${plainDateOf(from)} in ${JSON.stringify({ ...calendar, closing })}`;
}
