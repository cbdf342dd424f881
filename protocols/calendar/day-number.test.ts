import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { dayNumberOf, plainDateOf, weekdayOf, yearOf } from "./day-number.ts";

test("day numbers agree with Temporal from the year 53 to the year 9909", () => {
	const days = fc.integer({ min: -700_000, max: 2_900_000 });
	const agree = fc.property(days, (day) => {
		const date = Temporal.PlainDate.from("1970-01-01").add({ days: day });

		expect(plainDateOf(day)).toBe(date.toString());
		expect(dayNumberOf(date.toString())).toBe(day);
		expect(weekdayOf(day)).toBe(date.dayOfWeek);
		expect(yearOf(day)).toBe(date.year);
	});

	fc.assert(agree, { seed: 20_260_914, numRuns: 1000 });
});
