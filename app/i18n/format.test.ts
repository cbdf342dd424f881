import { expect, test } from "vitest";
import {
	formatDate,
	formatDateTime,
	formatMonth,
	formatRelative,
	formatTime,
	isoDay,
} from "./format.ts";

const french = { language: "fr", timeZone: "Europe/Paris" } as const;
const english = { language: "en", timeZone: "Europe/Paris" } as const;
const overseas = { language: "fr", timeZone: "America/Martinique" } as const;
const lateOnTuesday = "2026-11-24T23:30:00Z";

test("a date is the day of the territory, not of the server", () => {
	expect(formatDate(lateOnTuesday, french)).toBe("mercredi 25 novembre 2026");
	expect(formatDate(lateOnTuesday, overseas)).toBe("mardi 24 novembre 2026");
	expect(isoDay(lateOnTuesday, overseas)).toBe("2026-11-24");
});

test("a month is that of the territory", () => {
	expect(formatMonth("2026-11-30T23:30:00Z", french)).toBe("décembre 2026");
	expect(formatMonth("2026-11-30T23:30:00Z", { ...english, timeZone: "UTC" })).toBe(
		"November 2026",
	);
});

test("the first of a month is an ordinal in French", () => {
	expect(formatDate("2026-12-01T12:00:00Z", french)).toBe("mardi 1er décembre 2026");
	expect(formatDate("2026-12-01T12:00:00Z", english)).toBe("Tuesday 1 December 2026");
});

test("an hour is written as people write it", () => {
	expect(formatTime("2026-07-01T07:05:00Z", french)).toBe("9\u00a0h\u00a005");
	expect(formatTime("2026-07-01T07:05:00Z", english)).toBe("09:05");
	expect(formatDateTime("2026-07-01T22:05:00Z", english)).toBe("Thursday 2 July 2026 at 00:05");
});

test("a distance counts minutes, then hours of the same day, then calendar days", () => {
	const now = "2026-11-24T12:00:00Z";
	expect(formatRelative("2026-11-24T12:00:20Z", { ...french, now })).toBe("maintenant");
	expect(formatRelative("2026-11-24T12:05:30Z", { ...english, now })).toBe("in 5 minutes");
	expect(formatRelative("2026-11-24T15:10:00Z", { ...french, now })).toBe("dans 3 heures");
	expect(formatRelative("2026-11-23T22:30:00Z", { ...french, now })).toBe("hier");
	expect(formatRelative("2026-11-27T06:00:00Z", { ...english, now })).toBe("in 3 days");
});
