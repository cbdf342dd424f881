import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { ordinaryCalendar } from "#protocols/calendar/example-calendars.ts";
import type { HolidayRegion } from "#protocols/calendar/holiday-rules.ts";
import { type StructureClosing, workingDayTest } from "#protocols/calendar/working-calendar.ts";
import {
	type Jitter,
	mostJitterMs,
	nextNotice,
	type Opening,
	urgentTime,
	weeklyTime,
} from "./letter-times.ts";

const both = ["morning", "afternoon"] as const;

// Worked out by hand: 7 September 2026 is a Monday, 26 October the day after the clocks go back.
const notices: [name: string, region: HolidayRegion, now: string, next: string][] = [
	["early on a working day", "metropole", "2026-09-07T06:00+02", "2026-09-07T08:00+02"],
	["at eight sharp, it is too late", "metropole", "2026-09-07T08:00+02", "2026-09-07T13:00+02"],
	["in the afternoon", "metropole", "2026-09-07T14:00+02", "2026-09-08T08:00+02"],
	["on a Friday evening", "metropole", "2026-09-11T18:00+02", "2026-09-14T08:00+02"],
	["over a public holiday", "metropole", "2026-11-10T14:00+01", "2026-11-12T08:00+01"],
	["26 December in Alsace", "alsace-moselle", "2025-12-24T14:00+01", "2025-12-29T08:00+01"],
	["over the change of hour", "metropole", "2026-10-23T14:00+02", "2026-10-26T08:00+01"],
	["in La Réunion", "la-reunion", "2026-09-07T06:00+04", "2026-09-07T08:00+04"],
	["in Tahiti", "polynesie-francaise", "2026-09-07T09:00-10", "2026-09-07T13:00-10"],
];

test.each(notices)("the next notice, %s (%s)", (_name, region, now, next) => {
	expect(nextNotice(asked(region, now), both)).toBe(at(next));
});

test("a notice that is not wanted is passed over", () => {
	const monday = asked("metropole", "2026-09-07T06:00+02");

	expect(nextNotice(monday, ["afternoon"])).toBe(at("2026-09-07T13:00+02"));
	expect(nextNotice(asked("metropole", "2026-09-07T09:00+02"), ["morning"])).toBe(
		at("2026-09-08T08:00+02"),
	);
});

test("an early notice has gone: what happens before its hour goes with the one after", () => {
	const early = asked("metropole", "2026-09-07T07:50+02", { jitter: () => -mostJitterMs });

	expect(nextNotice(early, both)).toBe(at("2026-09-07T12:40+02"));
});

test("a late notice has not gone yet: what happens after its hour goes with it", () => {
	const late = asked("metropole", "2026-09-07T08:10+02", { jitter: () => mostJitterMs });

	expect(nextNotice(late, both)).toBe(at("2026-09-07T08:20+02"));
});

test.each([
	["at night on an open day", "2026-09-07T23:00+02", false, "2026-09-07T23:00+02"],
	["on a Saturday", "2026-09-12T11:00+02", false, "2026-09-14T08:00+02"],
	["on a Saturday, on call", "2026-09-12T11:00+02", true, "2026-09-12T11:00+02"],
	["on a public holiday", "2026-11-11T11:00+01", false, "2026-11-12T08:00+01"],
] as const)("an urgent letter %s", (_name, now, onCall, goes) => {
	expect(urgentTime(asked("metropole", now, { onCall }))).toBe(at(goes));
});

test("the letter of the week goes on its first open morning, and in no closed week", () => {
	const mondaysOff = { weekdays: [1], dates: [] };
	const inAugust = { weekdays: [1, 2, 3, 4, 5], dates: [] };

	expect(weeklyTime(asked("metropole", "2026-09-09T11:00+02"))).toBe(at("2026-09-07T08:00+02"));
	expect(weeklyTime(asked("metropole", "2026-09-07T11:00+02", { closing: mondaysOff }))).toBe(
		at("2026-09-08T08:00+02"),
	);
	expect(weeklyTime(asked("metropole", "2026-09-07T11:00+02", { closing: inAugust }))).toBe(
		undefined,
	);
});

test("a structure that never opens swallows no letter", () => {
	const never = { weekdays: [1, 2, 3, 4, 5, 6, 7], dates: [] };

	const next = nextNotice(asked("metropole", "2026-09-07T11:00+02", { closing: never }), both);

	expect(next).toBe(at("2026-09-08T08:00+02"));
});

type Changes = { jitter?: Jitter; onCall?: boolean; closing?: StructureClosing };

function asked(
	region: HolidayRegion,
	now: string,
	{ jitter, onCall = false, closing }: Changes = {},
) {
	const calendar = ordinaryCalendar(region);
	const opening: Opening = {
		timeZone: calendar.timeZone,
		isOpen: workingDayTest(calendar, closing),
		onCall,
	};
	return { opening, reader: "somebody", jitter: jitter ?? (() => 0), now: at(now) };
}

function at(written: string): number {
	return Temporal.Instant.from(written).epochMilliseconds;
}
