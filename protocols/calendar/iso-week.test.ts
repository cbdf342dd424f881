import { expect, test } from "vitest";
import { weekOf } from "./iso-week.ts";

test.each([
	["a Monday at midnight", "2026-11-23T00:00:00Z", "2026-11-23"],
	["a Sunday at the last moment", "2026-11-29T23:59:59.999Z", "2026-11-23"],
	["a week across two years", "2027-01-02T12:00:00Z", "2026-12-28"],
	["a leap day", "2028-02-29T12:00:00Z", "2028-02-28"],
	["before 1970", "1969-12-31T12:00:00Z", "1969-12-29"],
])("%s lies in the week of its Monday", (_, at, monday) => {
	expect(new Date(weekOf(Date.parse(at))).toISOString()).toBe(`${monday}T00:00:00.000Z`);
});
