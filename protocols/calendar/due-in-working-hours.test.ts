import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { dueInstant } from "./due.ts";
import { ordinaryCalendar } from "./example-calendars.ts";
import type { StructureClosing, WorkingCalendar } from "./working-calendar.ts";

type Row = [
	name: string,
	calendar: WorkingCalendar,
	from: string,
	n: number,
	due: string,
	closing?: StructureClosing,
];

const paris = ordinaryCalendar("metropole");
const alsace = ordinaryCalendar("alsace-moselle");
const bridged = ordinaryCalendar("metropole", { closedDates: ["2026-05-15"] });
const openMonday = ordinaryCalendar("metropole", { openDates: ["2026-05-25"] });
const openSaturday = ordinaryCalendar("metropole", { openDates: ["2026-09-12"] });
const alwaysOpen = ordinaryCalendar("metropole", {
	office: { startMinute: 0, endMinute: 1440 },
	workDays: [1, 2, 3, 4, 5, 6, 7],
});
const onTwoDays = { weekdays: [], dates: ["2026-09-14", "2026-09-15"] };

// Worked out by hand on a paper calendar; offices are open from 9:00 to 17:00, Monday to Friday.
const rows: Row[] = [
	["Friday afternoon runs into Monday", paris, "2026-09-11T16:00+02", 4, "2026-09-14T12:00+02"],
	["Friday evening starts on Monday", paris, "2026-09-11T18:30+02", 4, "2026-09-14T13:00+02"],
	["Saturday starts on Monday", paris, "2026-09-12T10:00+02", 1, "2026-09-14T10:00+02"],
	["early morning starts at opening", paris, "2026-09-14T06:00+02", 2, "2026-09-14T11:00+02"],
	["the closing minute", paris, "2026-09-14T17:00+02", 1, "2026-09-15T10:00+02"],
	["a count ends at closing", paris, "2026-09-14T13:00+02", 4, "2026-09-14T17:00+02"],
	["a whole day ends at closing", paris, "2026-09-14T09:00+02", 8, "2026-09-14T17:00+02"],
	["two days' worth from noon", paris, "2026-09-14T12:00+02", 16, "2026-09-16T12:00+02"],
	["30 seconds before closing", paris, "2026-09-14T16:59:30+02", 1, "2026-09-15T09:59:30+02"],
	["across the spring change", paris, "2026-03-27T16:00+01", 4, "2026-03-30T12:00+02"],
	["across the autumn change", paris, "2026-10-23T16:00+02", 4, "2026-10-26T12:00+01"],
	["Christmas on a Friday", paris, "2026-12-24T16:00+01", 8, "2026-12-28T16:00+01"],
	["Christmas on a Wednesday", paris, "2024-12-24T16:00+01", 4, "2024-12-26T12:00+01"],
	["two holidays in a row", alsace, "2024-12-24T16:00+01", 4, "2024-12-27T12:00+01"],
	["Good Friday is worked in Paris", paris, "2026-04-02T16:00+02", 4, "2026-04-03T12:00+02"],
	["Good Friday in Alsace", alsace, "2026-04-02T16:00+02", 4, "2026-04-07T12:00+02"],
	["Friday after Ascension", paris, "2026-05-13T16:00+02", 4, "2026-05-15T12:00+02"],
	["that Friday, a bridge", bridged, "2026-05-13T16:00+02", 4, "2026-05-18T12:00+02"],
	["Whit Monday, closed", paris, "2026-05-22T16:00+02", 4, "2026-05-26T12:00+02"],
	["Whit Monday, worked", openMonday, "2026-05-22T16:00+02", 4, "2026-05-25T12:00+02"],
	["a Saturday, worked", openSaturday, "2026-09-11T16:00+02", 4, "2026-09-12T12:00+02"],
	["leap day", paris, "2028-02-28T16:00+01", 4, "2028-02-29T12:00+01"],
	["year's end", paris, "2026-12-31T16:00+01", 4, "2027-01-04T12:00+01"],
	["all hours, autumn night", alwaysOpen, "2026-10-24T22:00+02", 8, "2026-10-25T05:00+01"],
	["all hours, spring night", alwaysOpen, "2026-03-28T22:00+01", 8, "2026-03-29T07:00+02"],
	["Wednesdays off", paris, "2026-09-15T16:00+02", 4, "2026-09-17T12:00+02", onWeekday(3)],
	["Mondays off", paris, "2026-09-14T10:00+02", 1, "2026-09-15T10:00+02", onWeekday(1)],
	["two days off", paris, "2026-09-11T16:00+02", 4, "2026-09-16T12:00+02", onTwoDays],
];

test.each(rows)("%s", (_name, calendar, from, n, due, closing) => {
	const found = dueInstant(calendar, epochMs(from), { n, unit: "working-hours" }, closing);

	expect(shown(found)).toBe(shown(epochMs(due)));
});

/** A structure that closes one day a week. */
function onWeekday(weekday: number): StructureClosing {
	return { weekdays: [weekday], dates: [] };
}

function epochMs(written: string): number {
	return Temporal.Instant.from(written).epochMilliseconds;
}

function shown(at: number): string {
	return Temporal.Instant.fromEpochMilliseconds(at).toString();
}
