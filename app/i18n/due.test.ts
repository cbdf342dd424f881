import { expect, test } from "vitest";
import type { WorkingCalendar } from "#protocols/calendar/working-calendar.ts";
import { dueOf } from "./due.ts";

// Monday 23 November 2026, 10:00 in Paris.
const now = Date.UTC(2026, 10, 23, 9);
const hour = 3_600_000;

test.each([
	["later the same day", 3, "working-hours", "hours", 3],
	["less than an hour", 0.5, "working-hours", "minutes", 30],
	["office hours that cross the night", 24, "working-hours", "working-days", 1],
	["the next morning, less than an office day away", 23, "working-hours", "hours", 8],
	["tomorrow at closing", 32, "working-days", "working-days", 1],
	["after the weekend", 7 * 24, "working-days", "working-days", 5],
	["round the clock, within two days", 30, "clock-hours", "hours", 30],
	["round the clock, beyond", 72, "clock-hours", "days", 3],
	["days of the calendar", 15 * 24, "calendar-days", "days", 15],
	["the same calendar day", 5, "calendar-days", "hours", 5],
] as const)("ahead: %s", (_name, inHours, unit, expectedUnit, n) => {
	const due = dueOf(paris, { dueAt: now + inHours * hour, unit, now });

	expect(due).toMatchObject({ kind: "ahead", unit: expectedUnit, n });
});

test.each([
	["this morning", 0.75, "working-days", "minutes", 45],
	["Friday evening", 64, "working-days", "working-days", 1],
	["last Tuesday", 6 * 24, "working-days", "working-days", 4],
	["yesterday", 24, "calendar-days", "days", 1],
	["three hours ago", 3, "clock-hours", "hours", 3],
] as const)("late: since %s", (_name, hoursAgo, unit, expectedUnit, n) => {
	const due = dueOf(paris, { dueAt: now - hoursAgo * hour, unit, now });

	expect(due).toMatchObject({ kind: "late", unit: expectedUnit, n });
});

test("a paused clock is neither ahead nor late", () => {
	const due = dueOf(paris, { dueAt: now - hour, unit: "working-days", paused: true, now });

	expect(due.kind).toBe("paused");
});

test("today is the day of the territory", () => {
	const overseas: WorkingCalendar = { ...paris, timeZone: "Indian/Reunion" };
	const evening = Date.UTC(2026, 10, 23, 21);

	const due = dueOf(overseas, { dueAt: evening + hour, unit: "calendar-days", now: evening });

	expect(due).toMatchObject({ unit: "hours", n: 1, later: false });
});

const paris: WorkingCalendar = {
	timeZone: "Europe/Paris",
	holidays: "metropole",
	office: { startMinute: 540, endMinute: 1080 },
	workDays: [1, 2, 3, 4, 5],
	closedDates: [],
	openDates: [],
};
