import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { delayUnits } from "#protocols/language/delay.ts";
import { type CountedDay, countedDelay } from "./counted-days.ts";
import { dueInstant } from "./due.ts";
import { ordinaryCalendar } from "./example-calendars.ts";
import { holidayRegions } from "./holiday-rules.ts";
import { dayMs, hourMs } from "./time-zone.ts";

const paris = ordinaryCalendar("metropole");
const ascension = epochMs("2026-05-12T16:00+02");

test("working days: the day of the start, holidays and weekends count for nothing", () => {
	const { days } = countedDelay(paris, ascension, { n: 3, unit: "working-days" });

	expect(days.map(said)).toEqual([
		"2026-05-12 start",
		"2026-05-13 1",
		"2026-05-14 nothing holiday",
		"2026-05-15 2",
		"2026-05-16 nothing weekend",
		"2026-05-17 nothing weekend",
		"2026-05-18 3",
	]);
});

test("working hours: what each day leaves of the office hours", () => {
	const { days } = countedDelay(paris, ascension, { n: 10, unit: "working-hours" });

	expect(days.map(said)).toEqual([
		"2026-05-12 1h",
		"2026-05-13 8h",
		"2026-05-14 nothing holiday",
		"2026-05-15 1h",
	]);
});

test("clock hours: the night of the spring change is an hour shorter", () => {
	const from = epochMs("2026-03-28T12:00+01");
	const { days } = countedDelay(paris, from, { n: 36, unit: "clock-hours" });

	expect(days.map(said)).toEqual(["2026-03-28 12h", "2026-03-29 23h", "2026-03-30 1h"]);
});

test("calendar days: every day after the first", () => {
	const { days } = countedDelay(paris, ascension, { n: 3, unit: "calendar-days" });

	expect(days.map(said)).toEqual([
		"2026-05-12 start",
		"2026-05-13 1",
		"2026-05-14 2",
		"2026-05-15 3",
	]);
});

test("a structure's closing days count for nothing either", () => {
	const closing = { weekdays: [3], dates: [] };
	const { days } = countedDelay(paris, ascension, { n: 1, unit: "working-days" }, closing);

	expect(days.map(said)).toContain("2026-05-13 nothing structure-weekday");
});

test("what the days count for adds up to the delay, and ends where it is due", () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...holidayRegions),
			fc.integer({ min: epochMs("2024-01-01T00Z"), max: epochMs("2030-01-01T00Z") }),
			fc.integer({ min: 1, max: 80 }),
			fc.constantFrom(...delayUnits),
			(region, from, n, unit) => {
				const calendar = ordinaryCalendar(region);

				const { due, days } = countedDelay(calendar, from, { n, unit });

				expect(due).toBe(dueInstant(calendar, from, { n, unit }));
				expect(sum(days)).toBe(unit.endsWith("hours") ? n * hourMs : n);
				expect(days.length).toBeLessThanOrEqual((due - from) / dayMs + 2);
			},
		),
		{ seed: 20_261_122, numRuns: 500 },
	);
});

function sum(days: CountedDay[]): number {
	return days.reduce((total, { counts }) => {
		if (counts.as === "time") return total + counts.ms;
		return counts.as === "day" ? total + 1 : total;
	}, 0);
}

function said({ date, counts, why }: CountedDay): string {
	switch (counts.as) {
		case "time":
			return `${date} ${counts.ms / hourMs}h`;
		case "day":
			return `${date} ${counts.number}`;
		case "start":
			return `${date} start`;
		case "nothing":
			return `${date} nothing ${why}`;
	}
}

function epochMs(written: string): number {
	return Temporal.Instant.from(written).epochMilliseconds;
}
