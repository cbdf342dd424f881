import { dayNumberFrom, type PlainDate, plainDateOf } from "./day-number.ts";

/** A month, "2026-05", with its days in order. */
export type Month = { month: string; dates: PlainDate[] };

/** So many months with all their days, from the month that a date belongs to. */
export function monthsFrom(date: PlainDate, count: number): Month[] {
	const [year = 1970, month = 1] = date.split("-").map(Number);
	return Array.from({ length: count }, (_, index) => {
		const first = firstOf(year, month - 1 + index);
		const length = firstOf(year, month + index) - first;
		const dates = Array.from({ length }, (_, day) => plainDateOf(first + day));
		return { month: plainDateOf(first).slice(0, 7), dates };
	});
}

function firstOf(year: number, monthsSinceJanuary: number): number {
	return dayNumberFrom(
		year + Math.floor(monthsSinceJanuary / 12),
		(monthsSinceJanuary % 12) + 1,
		1,
	);
}
