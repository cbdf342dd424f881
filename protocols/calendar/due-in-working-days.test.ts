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
const openMonday = ordinaryCalendar("metropole", { openDates: ["2026-05-25"] });
const openSaturday = ordinaryCalendar("metropole", { openDates: ["2026-09-12"] });
const bridged = ordinaryCalendar("metropole", { closedDates: ["2026-05-15"] });

// Worked out by hand on a paper calendar; offices are open from 9:00 to 17:00, Monday to Friday.
const rows: Row[] = [
	["Friday evening", paris, "2026-09-11T18:30+02", 1, "2026-09-14T17:00+02"],
	["before opening: not that day", paris, "2026-09-14T08:00+02", 1, "2026-09-15T17:00+02"],
	["Saturday", paris, "2026-09-12T10:00+02", 1, "2026-09-14T17:00+02"],
	["one minute before midnight", paris, "2026-09-14T23:59+02", 1, "2026-09-15T17:00+02"],
	["midnight", paris, "2026-09-15T00:00+02", 1, "2026-09-16T17:00+02"],
	["8 May on a Friday", paris, "2026-05-06T11:00+02", 3, "2026-05-12T17:00+02"],
	["the week of Ascension", paris, "2026-05-13T11:00+02", 5, "2026-05-21T17:00+02"],
	["that week with its bridge", bridged, "2026-05-13T11:00+02", 5, "2026-05-22T17:00+02"],
	["ten days over the two feasts", paris, "2026-12-18T11:00+01", 10, "2027-01-05T17:00+01"],
	["the spring change", paris, "2026-03-27T12:00+01", 1, "2026-03-30T17:00+02"],
	["the autumn change", paris, "2026-10-23T12:00+02", 1, "2026-10-26T17:00+01"],
	["to the leap day", paris, "2028-02-28T12:00+01", 1, "2028-02-29T17:00+01"],
	["past the leap day", paris, "2028-02-28T12:00+01", 2, "2028-03-01T17:00+01"],
	["26 December, worked in Paris", paris, "2025-12-24T12:00+01", 1, "2025-12-26T17:00+01"],
	["26 December in Alsace", alsace, "2025-12-24T12:00+01", 1, "2025-12-29T17:00+01"],
	["Good Friday in Alsace", alsace, "2026-04-02T12:00+02", 2, "2026-04-08T17:00+02"],
	["Whit Monday, worked", openMonday, "2026-05-22T12:00+02", 1, "2026-05-25T17:00+02"],
	["a Saturday, worked", openSaturday, "2026-09-11T12:00+02", 1, "2026-09-12T17:00+02"],
	["year's end", paris, "2026-12-31T12:00+01", 1, "2027-01-04T17:00+01"],
	["Mondays off", paris, "2026-09-11T12:00+02", 2, "2026-09-16T17:00+02", onWeekday(1)],
	["August off", paris, "2026-07-31T12:00+02", 1, "2026-08-18T17:00+02", inAugust()],
];

test.each(rows)("%s", (_name, calendar, from, n, due, closing) => {
	const found = dueInstant(calendar, epochMs(from), { n, unit: "working-days" }, closing);

	expect(shown(found)).toBe(shown(epochMs(due)));
});

/** A structure that closes one day a week. */
function onWeekday(weekday: number): StructureClosing {
	return { weekdays: [weekday], dates: [] };
}

/** Monday 3 to Monday 17 August 2026. */
function inAugust(): StructureClosing {
	const days = Array.from({ length: 15 }, (_, index) => String(index + 3).padStart(2, "0"));
	return { weekdays: [], dates: days.map((day) => `2026-08-${day}`) };
}

function epochMs(written: string): number {
	return Temporal.Instant.from(written).epochMilliseconds;
}

function shown(at: number): string {
	return Temporal.Instant.fromEpochMilliseconds(at).toString();
}
