import { expect, test } from "vitest";
import { monthsSince, spanOfMonth } from "./months.ts";

test("months are those of the territory's own clocks, the latest first", () => {
	const newYear = Date.UTC(2026, 11, 31, 23, 30);

	expect(monthsSince(Date.UTC(2026, 10, 5), newYear, "Europe/Paris")).toEqual([
		"2027-01",
		"2026-12",
		"2026-11",
	]);
	expect(monthsSince(Date.UTC(2026, 10, 5), newYear, "America/Martinique")).toEqual([
		"2026-12",
		"2026-11",
	]);
});

test("no more months are offered than the trail keeps", () => {
	expect(monthsSince(0, Date.UTC(2026, 5, 1), "Europe/Paris")).toHaveLength(13);
	expect(monthsSince(Date.UTC(2027, 0, 1), Date.UTC(2026, 5, 1), "Europe/Paris")).toEqual([
		"2026-06",
	]);
});

test("a month begins and ends at midnight, also where the clocks change meanwhile", () => {
	expect(spanOfMonth("2026-03", "Europe/Paris")).toEqual({
		from: Date.UTC(2026, 1, 28, 23),
		until: Date.UTC(2026, 2, 31, 22),
	});
	expect(spanOfMonth("2026-12", "Europe/Paris")?.until).toBe(Date.UTC(2026, 11, 31, 23));
});

test.each(["", "2026", "2026-13", "2026-00", "26-01", "2026-01-01", "x"])(
	"%j is no month",
	(name) => {
		expect(spanOfMonth(name, "Europe/Paris")).toBeUndefined();
	},
);
