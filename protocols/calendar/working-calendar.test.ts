import { expect, test } from "vitest";
import { dueInstant } from "./due.ts";
import { ordinaryCalendar } from "./example-calendars.ts";
import { workingTimeBetween } from "./office-hours.ts";
import { isWorkingDay, workingCalendar } from "./working-calendar.ts";

test.each([
	["a Monday", "2026-09-14", true],
	["a Saturday", "2026-09-12", false],
	["a public holiday", "2026-05-14", false],
	["the Friday after it", "2026-05-15", true],
])("%s", (_name, date, worked) => {
	expect(isWorkingDay(ordinaryCalendar("metropole"), date)).toBe(worked);
});

test("a closed date wins over an open date", () => {
	const calendar = ordinaryCalendar("metropole", {
		closedDates: ["2026-05-25"],
		openDates: ["2026-05-25"],
	});

	expect(isWorkingDay(calendar, "2026-05-25")).toBe(false);
});

test("a structure's closing day wins over an open date", () => {
	const calendar = ordinaryCalendar("metropole", { openDates: ["2026-05-25"] });

	expect(isWorkingDay(calendar, "2026-05-25", { weekdays: [1], dates: [] })).toBe(false);
});

test.each(["working-hours", "working-days"] as const)(
	"a calendar that never opens stops the count of %s with its facts",
	(unit) => {
		const calendar = ordinaryCalendar("metropole", { workDays: [] });

		const count = () => dueInstant(calendar, 0, { n: 1, unit });

		expect(count).toThrow(RangeError);
		expect(count).toThrow(/No working day from 1970-01-0[12] in .*"workDays":\[\]/);
	},
);

test("a structure that closes every day of the week stops the count", () => {
	const closing = { weekdays: [1, 2, 3, 4, 5], dates: [] };

	const count = () =>
		dueInstant(ordinaryCalendar("metropole"), 0, { n: 1, unit: "working-days" }, closing);

	expect(count).toThrow(/No working day from 1970-01-02 in .*"closing":/);
});

test("one open date is found, then the count stops", () => {
	const calendar = ordinaryCalendar("metropole", { workDays: [], openDates: ["1970-06-01"] });

	const count = (n: number) => dueInstant(calendar, 0, { n, unit: "working-days" });

	expect(count(1)).toBe(Date.UTC(1970, 5, 1, 16));
	expect(() => count(2)).toThrow(/No working day from 1970-06-01/);
});

test("an office of one minute a week stops instead of counting for centuries", () => {
	const calendar = ordinaryCalendar("metropole", {
		office: { startMinute: 540, endMinute: 541 },
		workDays: [1],
	});

	const count = () => dueInstant(calendar, 0, { n: 1000, unit: "working-hours" });

	expect(count).toThrow(/Not reached in 100000 days/);
});

test("working time between far instants is refused", () => {
	const calendar = ordinaryCalendar("metropole");

	expect(() => workingTimeBetween(calendar, 0, 8.64e15)).toThrow(/Too far apart/);
});

test.each([
	["a time zone that does not exist", { timeZone: "Europe/Lutece" }],
	["an office that closes before it opens", { office: { startMinute: 600, endMinute: 540 } }],
	["a week without a day", { workDays: [] }],
	["a date that does not exist", { closedDates: ["2026-02-29"] }],
])("the door refuses %s", (_name, changes) => {
	const read = workingCalendar.safeParse(ordinaryCalendar("metropole", changes));

	expect(read.success).toBe(false);
});

test("the door accepts an ordinary calendar", () => {
	const calendar = ordinaryCalendar("la-reunion", { closedDates: ["2026-05-15"] });

	expect(workingCalendar.parse(calendar)).toEqual(calendar);
});
