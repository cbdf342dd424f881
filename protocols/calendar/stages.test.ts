import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { dueInstant } from "./due.ts";
import { ordinaryCalendar } from "./example-calendars.ts";
import { remainingTime, resumeAt } from "./remaining.ts";
import { partWay } from "./stages.ts";
import { hourMs } from "./time-zone.ts";

const paris = ordinaryCalendar("metropole");

// 4 working hours from Friday 16:00: due on Monday at 12:00.
test.each([
	[0, "2026-09-11T16:00+02"],
	[0.25, "2026-09-11T17:00+02"],
	[0.75, "2026-09-14T11:00+02"],
	[1, "2026-09-14T12:00+02"],
	[1.5, "2026-09-14T14:00+02"],
	[2, "2026-09-14T16:00+02"],
])("at %d of four working hours", (part, reached) => {
	const from = epochMs("2026-09-11T16:00+02");
	const due = dueInstant(paris, from, { n: 4, unit: "working-hours" });

	expect(partWay(paris, from, due, part, "working-hours")).toBe(epochMs(reached));
});

// 1 working day from Friday 18:30: the 8 office hours of Monday.
test.each([
	[0.75, "2026-09-14T15:00+02"],
	[1, "2026-09-14T17:00+02"],
	[1.5, "2026-09-15T13:00+02"],
	[2, "2026-09-15T17:00+02"],
])("at %d of one working day", (part, reached) => {
	const from = epochMs("2026-09-11T18:30+02");
	const due = dueInstant(paris, from, { n: 1, unit: "working-days" });

	expect(partWay(paris, from, due, part, "working-days")).toBe(epochMs(reached));
});

test.each([
	[0.75, "2026-03-30T19:00+02"],
	[1, "2026-03-31T13:00+02"],
	[1.5, "2026-04-02T01:00+02"],
	[2, "2026-04-03T13:00+02"],
])("at %d of 72 hours over the spring change", (part, reached) => {
	const from = epochMs("2026-03-28T12:00+01");
	const due = dueInstant(paris, from, { n: 72, unit: "clock-hours" });

	expect(partWay(paris, from, due, part, "clock-hours")).toBe(epochMs(reached));
});

test("a stage skips a structure's closing day", () => {
	const closing = { weekdays: [], dates: ["2026-09-15"] };
	const from = epochMs("2026-09-11T18:30+02");
	const due = dueInstant(paris, from, { n: 1, unit: "working-days" }, closing);

	const reached = partWay(paris, from, due, 1.5, "working-days", closing);

	expect(reached).toBe(epochMs("2026-09-16T13:00+02"));
});

test("a stage after the whole is never before a due instant set outside office hours", () => {
	const [from, due] = [epochMs("2026-09-12T10:00+02"), epochMs("2026-09-13T10:00+02")];

	expect(partWay(paris, from, due, 2, "working-hours")).toBe(due);
});

test.each([-0.5, Number.NaN])("part %d is refused", (part) => {
	expect(() => partWay(paris, 0, hourMs, part, "clock-hours")).toThrow(RangeError);
});

test("a delay that ends before it starts is refused", () => {
	expect(() => partWay(paris, hourMs, 0, 0.5, "clock-hours")).toThrow(/from 3600000 to 0/);
});

test("two working hours left on Friday resume on Wednesday", () => {
	const due = epochMs("2026-09-14T10:00+02");
	const paused = epochMs("2026-09-11T16:00+02");

	const left = remainingTime(paris, paused, due, "working-hours");

	expect(left).toBe(2 * hourMs);
	expect(resumeAt(paris, epochMs("2026-09-16T08:00+02"), left, "working-hours")).toBe(
		epochMs("2026-09-16T11:00+02"),
	);
});

test("a structure's closing days are no time left", () => {
	const closing = { weekdays: [1], dates: [] };
	const [now, due] = [epochMs("2026-09-11T16:00+02"), epochMs("2026-09-15T10:00+02")];

	expect(remainingTime(paris, now, due, "working-days", closing)).toBe(2 * hourMs);
	expect(remainingTime(paris, now, due, "working-days")).toBe(10 * hourMs);
});

test.each(["clock-hours", "working-hours", "working-days", "calendar-days"] as const)(
	"nothing is left of %s that have passed, and nothing resumes at once",
	(unit) => {
		expect(remainingTime(paris, hourMs, 0, unit)).toBe(0);
		expect(resumeAt(paris, hourMs, 0, unit)).toBe(hourMs);
	},
);

function epochMs(written: string): number {
	return Temporal.Instant.from(written).epochMilliseconds;
}
