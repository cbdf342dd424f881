import { type DayNumber, dayNumberOf, type PlainDate, plainDateOf } from "./day-number.ts";
import { type StructureClosing, type WorkingCalendar, workingDayTest } from "./working-calendar.ts";

/**
 * Most days in a row without a working day. Whoever is away for longer holds nothing meanwhile: their
 * structure leaves the directory, and what they held is given to others.
 */
export const longestClosureDays = 100;

/** Dates that follow one another, as one closure. */
export type Period = { from: PlainDate; to: PlainDate };

/** The days from one date to another, both among them. */
export function datesOf({ from, to }: Period): PlainDate[] {
	const [first, last] = [dayNumberOf(from), dayNumberOf(to)];
	const length = Math.max(0, last - first + 1);
	return Array.from({ length }, (_, index) => plainDateOf(first + index));
}

/** Dates as the periods that they make, the earliest first. */
export function periodsOf(dates: readonly PlainDate[]): Period[] {
	const periods: Period[] = [];
	for (const date of [...new Set(dates)].sort()) {
		const latest = periods.at(-1);
		if (latest && dayNumberOf(latest.to) + 1 === dayNumberOf(date)) latest.to = date;
		else periods.push({ from: date, to: date });
	}
	return periods;
}

/**
 * Whether a calendar stays closed for too long, at any time in the three years from a day on: a
 * delay in working time would then end when nobody expects it any more, or never.
 */
export function closesTooLong(
	calendar: WorkingCalendar,
	from: DayNumber,
	closing?: StructureClosing,
): boolean {
	const isWorking = workingDayTest(calendar, closing);
	let closed = 0;
	for (let day = from; day < from + lookedAheadDays; day += 1) {
		closed = isWorking(day) ? 0 : closed + 1;
		if (closed > longestClosureDays) return true;
	}
	return false;
}

const lookedAheadDays = 3 * 366;
