import { expect, test } from "vitest";
import { dayMs, type Rehearsal } from "#protocols/casework/rehearsal.ts";
import { concernSent, opened, readyToClose } from "#protocols/casework/rehearsed-example.ts";
import { acceptClosure, act, answer, noteInactivity } from "#protocols/casework/wishes.ts";
import type { Facts } from "#protocols/language/vocabulary/answers.ts";
import { countBand, countedDimensions, lengthBand } from "./bands.ts";
import { countedOf, runawaysIn } from "./counted.ts";

test.each([
	[0, "N0"],
	[1, "N1"],
	[2, "N2_3"],
	[3, "N2_3"],
	[4, "N4"],
	[400, "N4"],
])("%i times lie in the band %s", (times, band) => {
	expect(countBand(times)).toBe(band);
});

test.each([
	[0, "LT1M"],
	[29.9, "LT1M"],
	[30, "M1_3"],
	[90, "M3_6"],
	[179, "M3_6"],
	[180, "M6_12"],
	[360, "GT12M"],
])("%d days lie in the band %s", (days, band) => {
	expect(lengthBand(days * dayMs)).toBe(band);
});

test("a closed situation leaves one code for each dimension, and the year of its closure", () => {
	const told = readyToClose();
	told.sleeps(40 * dayMs);
	told.does(answer("close", "CLOSED"));

	expect(countedOf(told.situation)).toEqual({
		year: 2026,
		codes: {
			closure_reason: "SAFE_LASTING",
			length: "M1_3",
			handoffs: "N0",
			runaways: "N0",
			age_band: "A15_17",
			source_type: "OUTREACH",
		},
	});
});

test("every code that is left is one of its dimension", () => {
	const told = concernSent();
	told.does(act("WITHDRAW"));
	closeInactive(told);

	const { codes = {} } = countedOf(told.situation) ?? {};

	expect(codes).toMatchObject({ handoffs: "N1", closure_reason: "CONTACT_LOST" });
	for (const [dimension, code] of Object.entries(codes)) {
		const list = countedDimensions[dimension as keyof typeof countedDimensions];
		expect(Object.keys(list), dimension).toContain(code);
	}
});

test("what was opened in error says nothing of anybody, and is not counted", () => {
	const told = opened();
	told.does(noteInactivity("reminder"));
	told.does(noteInactivity("proposal"));
	told.does((now) => ({ ...acceptClosure()(now), reason: "ERROR" }) as never);

	expect(countedOf(told.situation)).toBeUndefined();
});

test("an open situation is not counted", () => {
	expect(() => countedOf(opened().situation)).toThrow(RangeError);
});

test.each<[string, (string | undefined)[], number]>([
	["never", [undefined, "NONE", undefined], 0],
	["once, said twice", ["CURRENT", "CURRENT"], 1],
	["once, with its return", ["CURRENT", "RETURNED", "NONE"], 1],
	["three times", ["CURRENT", "RETURNED", "CURRENT", "NONE", "CURRENT"], 3],
	["once, of which only the return was recorded", ["NONE", "RETURNED", "RETURNED"], 1],
])("somebody was away %s", (_, statuses, times) => {
	expect(runawaysIn(statuses.map(entry))).toBe(times);
});

test("an answer that was corrected does not count", () => {
	const wrong = entry("CURRENT", 0);
	const right = { ...entry("NONE", 1), corrects: wrong.position };

	expect(runawaysIn([wrong, right])).toBe(0);
});

function entry(status: string | undefined, index: number) {
	const answers = (status === undefined ? {} : { runaway_status: status }) as Facts;
	return { position: index + 1, step: "any", by: "lead", answers };
}

function closeInactive(told: Rehearsal): void {
	told.does(noteInactivity("reminder"));
	told.does(noteInactivity("proposal"));
	told.does(acceptClosure());
}
