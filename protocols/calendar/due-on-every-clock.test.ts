import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { dueInstant } from "./due.ts";
import { ordinaryCalendar } from "./example-calendars.ts";
import type { HolidayRegion } from "./holiday-rules.ts";

type Row = [name: string, region: HolidayRegion, from: string, n: number, due: string];

const clockHours: Row[] = [
	[
		"72 hours over the spring change",
		"metropole",
		"2026-03-28T12:00+01",
		72,
		"2026-03-31T13:00+02",
	],
	[
		"24 hours over the autumn change",
		"metropole",
		"2026-10-24T12:00+02",
		24,
		"2026-10-25T11:00+01",
	],
	["nights and holidays count", "metropole", "2026-12-24T20:00+01", 48, "2026-12-26T20:00+01"],
	["year's end", "metropole", "2026-12-31T12:00+01", 24, "2027-01-01T12:00+01"],
	["leap day", "metropole", "2028-02-28T12:00+01", 24, "2028-02-29T12:00+01"],
	["La Réunion", "la-reunion", "2026-03-28T12:00+04", 72, "2026-03-31T12:00+04"],
];

const calendarDays: Row[] = [
	["2:30, skipped, moves to 3:00", "metropole", "2026-03-28T02:30+01", 1, "2026-03-29T03:00+02"],
	["2:00, skipped, moves to 3:00", "metropole", "2026-03-28T02:00+01", 1, "2026-03-29T03:00+02"],
	["1:59 is not skipped", "metropole", "2026-03-28T01:59+01", 1, "2026-03-29T01:59+01"],
	["3:00 is not skipped", "metropole", "2026-03-28T03:00+01", 1, "2026-03-29T03:00+02"],
	["2:30, repeated: the earlier", "metropole", "2026-10-24T02:30+02", 1, "2026-10-25T02:30+02"],
	["3:00 is not repeated", "metropole", "2026-10-24T03:00+02", 1, "2026-10-25T03:00+01"],
	["from the second 2:30", "metropole", "2026-10-25T02:30+01", 1, "2026-10-26T02:30+01"],
	["30 days over the change", "metropole", "2026-03-10T09:00+01", 30, "2026-04-09T09:00+02"],
	["to the leap day", "metropole", "2028-02-28T09:00+01", 1, "2028-02-29T09:00+01"],
	["no leap day", "metropole", "2027-02-28T09:00+01", 1, "2027-03-01T09:00+01"],
	["a year from the leap day", "metropole", "2028-02-29T09:00+01", 365, "2029-02-28T09:00+01"],
	["year's end", "metropole", "2026-12-31T23:30+01", 1, "2027-01-01T23:30+01"],
	["to a Sunday", "metropole", "2026-09-11T18:30+02", 2, "2026-09-13T18:30+02"],
	["La Réunion", "la-reunion", "2026-03-28T02:30+04", 1, "2026-03-29T02:30+04"],
	["Tahiti", "polynesie-francaise", "2026-03-28T02:30-10", 3, "2026-03-31T02:30-10"],
	[
		"2:30, skipped in Saint-Pierre",
		"saint-pierre-et-miquelon",
		"2026-03-07T02:30-03",
		1,
		"2026-03-08T03:00-02",
	],
];

test.each(clockHours)("clock hours: %s", (_name, region, from, n, due) => {
	const found = dueInstant(ordinaryCalendar(region), epochMs(from), { n, unit: "clock-hours" });

	expect(shown(found)).toBe(shown(epochMs(due)));
});

test.each(calendarDays)("calendar days: %s", (_name, region, from, n, due) => {
	const found = dueInstant(ordinaryCalendar(region), epochMs(from), { n, unit: "calendar-days" });

	expect(shown(found)).toBe(shown(epochMs(due)));
});

function epochMs(written: string): number {
	return Temporal.Instant.from(written).epochMilliseconds;
}

function shown(at: number): string {
	return Temporal.Instant.fromEpochMilliseconds(at).toString();
}
