import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { dueInstant } from "./due.ts";
import { ordinaryCalendar } from "./example-calendars.ts";
import type { HolidayRegion } from "./holiday-rules.ts";

type Row = [name: string, region: HolidayRegion, from: string, n: number, due: string];

// Worked out by hand: n working days, due at 17:00 on the territory's own clock.
const rows: Row[] = [
	["20 December, worked in Paris", "metropole", "2027-12-17T10:00+01", 1, "2027-12-20T17:00+01"],
	["20 December in La Réunion", "la-reunion", "2027-12-17T10:00+04", 1, "2027-12-21T17:00+04"],
	["22 May and Whit Monday", "martinique", "2026-05-21T10:00-04", 1, "2026-05-26T17:00-04"],
	["Good Friday is not in law", "martinique", "2026-04-02T10:00-04", 1, "2026-04-03T17:00-04"],
	["27 May in Guadeloupe", "guadeloupe", "2026-05-26T10:00-04", 1, "2026-05-28T17:00-04"],
	["27 May in Saint-Martin", "saint-martin", "2026-05-26T10:00-04", 1, "2026-05-27T17:00-04"],
	["28 May in Saint-Martin", "saint-martin", "2026-05-26T10:00-04", 2, "2026-05-29T17:00-04"],
	["9 October", "saint-barthelemy", "2026-10-08T10:00-04", 1, "2026-10-12T17:00-04"],
	["10 June", "guyane", "2026-06-09T10:00-03", 1, "2026-06-11T17:00-03"],
	["27 April", "mayotte", "2026-04-24T10:00+03", 1, "2026-04-28T17:00+03"],
	["24 September", "nouvelle-caledonie", "2026-09-23T10:00+11", 1, "2026-09-25T17:00+11"],
	["5 March", "polynesie-francaise", "2026-03-04T10:00-10", 1, "2026-03-06T17:00-10"],
	["Good Friday", "polynesie-francaise", "2026-04-02T10:00-10", 1, "2026-04-07T17:00-10"],
	["29 June is worked", "polynesie-francaise", "2026-06-26T10:00-10", 1, "2026-06-29T17:00-10"],
	["20 November", "polynesie-francaise", "2026-11-19T10:00-10", 1, "2026-11-23T17:00-10"],
	["late evening", "polynesie-francaise", "2026-09-14T23:00-10", 1, "2026-09-15T17:00-10"],
	["28 April", "wallis-et-futuna", "2026-04-27T10:00+12", 1, "2026-04-29T17:00+12"],
	["29 July", "wallis-et-futuna", "2026-07-28T10:00+12", 1, "2026-07-30T17:00+12"],
	[
		"the American spring change",
		"saint-pierre-et-miquelon",
		"2026-03-06T10:00-03",
		1,
		"2026-03-09T17:00-02",
	],
];

// Worked out by hand: n working hours, offices open from 9:00 to 17:00 on the territory's own clock.
const inHours: Row[] = [
	["20 December", "la-reunion", "2027-12-17T16:00+04", 4, "2027-12-21T12:00+04"],
	["22 May and Whit Monday", "martinique", "2026-05-21T16:00-04", 4, "2026-05-26T12:00-04"],
	["10 June", "guyane", "2026-06-09T15:00-03", 4, "2026-06-11T11:00-03"],
	["27 April", "mayotte", "2026-04-24T16:00+03", 4, "2026-04-28T12:00+03"],
	["20 November", "polynesie-francaise", "2026-11-19T16:30-10", 1, "2026-11-23T09:30-10"],
	["year's end", "nouvelle-caledonie", "2026-12-31T16:00+11", 2, "2027-01-04T10:00+11"],
	["leap day", "wallis-et-futuna", "2028-02-28T16:00+12", 9, "2028-02-29T17:00+12"],
	[
		"the American spring change",
		"saint-pierre-et-miquelon",
		"2026-03-06T16:00-03",
		4,
		"2026-03-09T12:00-02",
	],
	[
		"the American autumn change",
		"saint-pierre-et-miquelon",
		"2026-10-30T16:00-02",
		4,
		"2026-11-02T12:00-03",
	],
];

test.each(inHours)("working hours, %s: %s", (_name, region, from, n, due) => {
	const start = Temporal.Instant.from(from).epochMilliseconds;

	const found = dueInstant(ordinaryCalendar(region), start, { n, unit: "working-hours" });

	expect(found).toBe(Temporal.Instant.from(due).epochMilliseconds);
});

test.each(rows)("%s: %s", (_name, region, from, n, due) => {
	const start = Temporal.Instant.from(from).epochMilliseconds;

	const found = dueInstant(ordinaryCalendar(region), start, { n, unit: "working-days" });

	expect(found).toBe(Temporal.Instant.from(due).epochMilliseconds);
});
