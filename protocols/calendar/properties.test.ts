import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { delayUnits } from "#protocols/language/delay.ts";
import { dueInstant } from "./due.ts";
import { ordinaryCalendar } from "./example-calendars.ts";
import { holidayRegions } from "./holiday-rules.ts";
import { remainingTime, resumeAt } from "./remaining.ts";
import { partWay } from "./stages.ts";
import { isWorkingDay, type WorkingCalendar } from "./working-calendar.ts";

// One seed, so that a failure is the same on every machine.
fc.configureGlobal({ seed: 20_260_914, numRuns: 400 });

const instants = fc.integer({ min: epochMs("2024-01-01T00Z"), max: epochMs("2031-01-01T00Z") });
const units = fc.constantFrom(...delayUnits);
const workingUnits = fc.constantFrom("working-hours" as const, "working-days" as const);
const amounts = fc.integer({ min: 1, max: 60 });
const closings = fc.record({
	weekdays: fc.subarray([1, 2, 3], { maxLength: 2 }),
	dates: fc.subarray(["2026-05-15", "2026-08-14", "2027-12-24"]),
});
const calendars = fc
	.record({
		region: fc.constantFrom(...holidayRegions),
		startMinute: fc.integer({ min: 0, max: 800 }),
		length: fc.integer({ min: 30, max: 640 }),
		workDays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 4 }),
		openDates: fc.subarray(["2026-05-25", "2026-09-12"]),
	})
	.map(({ region, startMinute, length, workDays, openDates }) =>
		ordinaryCalendar(region, {
			office: { startMinute, endMinute: startMinute + length },
			workDays,
			openDates,
		}),
	);

test("a delay is due after it starts", () => {
	holds(calendars, instants, amounts, units, closings, (calendar, from, n, unit, closing) => {
		expect(dueInstant(calendar, from, { n, unit }, closing)).toBeGreaterThan(from);
	});
});

test("a longer delay is not due sooner", () => {
	holds(calendars, instants, amounts, units, closings, (calendar, from, n, unit, closing) => {
		const due = dueInstant(calendar, from, { n, unit }, closing);

		const later = dueInstant(calendar, from, { n: n + 1, unit }, closing);

		expect(later).toBeGreaterThanOrEqual(due);
	});
});

test("a delay that starts later is not due sooner", () => {
	const gaps = fc.integer({ min: 0, max: 400_000_000 });
	const starts = fc.tuple(instants, gaps);
	holds(calendars, starts, amounts, units, closings, (calendar, [from, gap], n, unit, closing) => {
		if (unit === "calendar-days") return;
		const due = dueInstant(calendar, from, { n, unit }, closing);

		const later = dueInstant(calendar, from + gap, { n, unit }, closing);

		expect(later).toBeGreaterThanOrEqual(due);
	});
});

test("working delays are due in office hours or at closing of a working day", () => {
	holds(
		calendars,
		instants,
		amounts,
		workingUnits,
		closings,
		(calendar, from, n, unit, closing) => {
			const due = dueInstant(calendar, from, { n, unit }, closing);

			const { date, minute } = localTime(calendar, due);
			expect(isWorkingDay(calendar, date, closing)).toBe(true);
			expect(minute).toBeGreaterThanOrEqual(calendar.office.startMinute);
			expect(minute).toBeLessThanOrEqual(calendar.office.endMinute);
		},
	);
});

test("what is left at any moment gives back the same due instant", () => {
	const starts = fc.tuple(instants, fc.double({ min: 0, max: 1, noNaN: true }));
	holds(calendars, starts, amounts, units, closings, (calendar, [from, part], n, unit, closing) => {
		const due = dueInstant(calendar, from, { n, unit }, closing);
		const now = from + Math.floor((due - from) * part);

		const left = remainingTime(calendar, now, due, unit, closing);

		expect(resumeAt(calendar, now, left, unit, closing)).toBe(due);
	});
});

test("stages follow one another, and the whole is the due instant", () => {
	holds(calendars, instants, amounts, units, closings, (calendar, from, n, unit, closing) => {
		const due = dueInstant(calendar, from, { n, unit }, closing);

		const stages = [0, 0.75, 1, 1.5, 2].map((part) =>
			partWay(calendar, from, due, part, unit, closing),
		);

		expect(stages).toEqual(stages.toSorted((one, other) => one - other));
		expect([stages[0], stages[2]]).toEqual([from, due]);
	});
});

test("calendar days agree with Temporal, outside the hours that the spring change skips", () => {
	holds(calendars, instants, amounts, (calendar, from, n) => {
		const start = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(
			calendar.timeZone,
		);
		const wall = start.toPlainDateTime().add({ days: n });
		const [early, late] = (["earlier", "later"] as const).map((disambiguation) =>
			wall.toZonedDateTime(calendar.timeZone, { disambiguation }),
		);
		if (!early?.toPlainDateTime().equals(wall)) return;

		const due = dueInstant(calendar, from, { n, unit: "calendar-days" });

		expect(due).toBe(early.epochMilliseconds);
		expect(due).toBeLessThanOrEqual(late?.epochMilliseconds ?? 0);
	});
});

function holds<Values extends [unknown, ...unknown[]]>(
	...args: [...{ [Key in keyof Values]: fc.Arbitrary<Values[Key]> }, (...values: Values) => void]
): void {
	fc.assert(fc.property(...args));
}

function localTime({ timeZone }: WorkingCalendar, at: number): { date: string; minute: number } {
	const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
	const date = zoned.toPlainDate();
	const minute = zoned.hour * 60 + zoned.minute + (zoned.second + zoned.millisecond / 1000) / 60;
	return { date: date.toString(), minute };
}

function epochMs(written: string): number {
	return Temporal.Instant.from(written).epochMilliseconds;
}
