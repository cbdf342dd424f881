import type { Span } from "#db/readings.ts";
import { instantOf, wallAt } from "#protocols/calendar/time-zone.ts";

/** The trail is kept for twelve months: a year and the month that has begun. */
const mostMonths = 13;

type Month = { year: number; month: number };

/** The months from an instant to the present, the latest first, as `2026-11`. */
export function monthsSince(first: number, now: number, timeZone: string): string[] {
	const oldest = nameOf(monthAt(first, timeZone));
	const months: string[] = [];
	for (let at = monthAt(now, timeZone); months.length < mostMonths; at = before(at)) {
		months.push(nameOf(at));
		if (nameOf(at) <= oldest) break;
	}
	return months;
}

/** The stretch of time that a month is in a place; undefined when it is no month. */
export function spanOfMonth(name: string, timeZone: string): Span | undefined {
	const [, year = "", month = ""] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(name) ?? [];
	if (month === "") return undefined;
	const begins = (index: number) => instantOf(timeZone, Date.UTC(Number(year), index, 1));
	return { from: begins(Number(month) - 1), until: begins(Number(month)) };
}

function monthAt(at: number, timeZone: string): Month {
	const wall = new Date(wallAt(timeZone, at));
	return { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1 };
}

function before({ year, month }: Month): Month {
	return month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 };
}

function nameOf({ year, month }: Month): string {
	return `${year}-${String(month).padStart(2, "0")}`;
}
