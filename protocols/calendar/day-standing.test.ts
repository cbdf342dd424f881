import fc from "fast-check";
import { expect, test } from "vitest";
import { closesTooLong, datesOf, periodsOf } from "./closures.ts";
import { dayNumberOf } from "./day-number.ts";
import { dayStandings } from "./day-standing.ts";
import { ordinaryCalendar } from "./example-calendars.ts";
import { holidayRegions } from "./holiday-rules.ts";
import { monthsFrom } from "./months.ts";
import { workingDayTest } from "./working-calendar.ts";

const calendar = ordinaryCalendar("alsace-moselle", {
	closedDates: ["2026-05-15", "2026-05-16"],
	openDates: ["2026-05-25", "2026-05-30", "2026-05-18", "2026-05-15"],
});
const closing = { weekdays: [3], dates: ["2026-05-19", "2026-05-25", "2026-05-14"] };

test.each([
	["2026-05-12", true, "ordinary"],
	["2026-05-13", false, "structure-weekday"],
	["2026-05-14", false, "holiday"],
	["2026-05-15", false, "closed"],
	["2026-05-16", false, "closed"],
	["2026-05-17", false, "weekend"],
	["2026-05-18", true, "ordinary"],
	["2026-05-19", false, "structure-date"],
	["2026-05-25", false, "structure-date"],
	["2026-05-30", true, "opened"],
])("%s is worked: %s, because it is %s", (date, worked, why) => {
	expect(dayStandings(calendar, closing)(dayNumberOf(date))).toMatchObject({ date, worked, why });
});

test("a holiday says which, and both where two fall on one day", () => {
	const standingOf = dayStandings(ordinaryCalendar("metropole"));

	expect(standingOf(dayNumberOf("2059-05-08"))).toMatchObject({
		why: "holiday",
		holidays: ["victory-1945", "ascension"],
	});
});

test("what a day is told to be is what delays count it for", () => {
	const days = fc.integer({ min: dayNumberOf("2024-01-01"), max: dayNumberOf("2031-01-01") });
	fc.assert(
		fc.property(fc.constantFrom(...holidayRegions), days, fc.boolean(), (region, day, own) => {
			const some = { ...calendar, holidays: region };
			const closed = own ? closing : undefined;

			expect(dayStandings(some, closed)(day).worked).toBe(workingDayTest(some, closed)(day));
		}),
		{ seed: 20_261_122, numRuns: 2000 },
	);
});

test("dates make periods, and periods dates", () => {
	const august = datesOf({ from: "2026-08-03", to: "2026-08-21" });

	expect(august).toHaveLength(19);
	expect(periodsOf(["2026-12-24", ...august.toReversed(), "2026-08-03"])).toEqual([
		{ from: "2026-08-03", to: "2026-08-21" },
		{ from: "2026-12-24", to: "2026-12-24" },
	]);
	expect(datesOf({ from: "2026-08-03", to: "2026-08-02" })).toEqual([]);
});

test("a closure of a summer is one; a hundred days and more are none", () => {
	const from = dayNumberOf("2026-06-01");
	const closed = (last: string) => ({
		weekdays: [],
		dates: datesOf({ from: "2026-07-01", to: last }),
	});
	const ordinary = ordinaryCalendar("metropole");

	expect(closesTooLong(ordinary, from, closed("2026-08-31"))).toBe(false);
	expect(closesTooLong(ordinary, from, closed("2026-10-09"))).toBe(true);
	expect(closesTooLong(ordinary, from, { weekdays: [1, 2, 3, 4, 5], dates: [] })).toBe(true);
});

test("three months are told from the first day of the present one", () => {
	const months = monthsFrom("2027-12-31", 3);

	expect(months.map(({ month, dates }) => [month, dates.length, dates.at(-1)])).toEqual([
		["2027-12", 31, "2027-12-31"],
		["2028-01", 31, "2028-01-31"],
		["2028-02", 29, "2028-02-29"],
	]);
});
