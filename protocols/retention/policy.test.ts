import { expect, test } from "vitest";
import { checkRetention, defaultRetention, type RetentionPolicy } from "./policy.ts";

const { longerReason: _, ...days } = defaultRetention;

test("what is proposed may be set", () => {
	expect(checkRetention(defaultRetention)).toEqual([]);
});

test("everything may be shortened", () => {
	const short = { reminderDays: 14, proposalDays: 28, closureDays: 56, purgeDays: 30 };

	expect(checkRetention({ ...short, longerReason: null })).toEqual([]);
});

test.each([
	["reminderDays", 60, 14],
	["proposalDays", 90, 28],
	["closureDays", 180, 56],
	["purgeDays", 730, 30],
] as const)("%s is never longer than %i days nor shorter than %i", (field, most, least) => {
	expect(codesOf({ [field]: most + 1 })).toContain("too-long");
	expect(codesOf({ [field]: most })).not.toContain("too-long");
	expect(codesOf({ [field]: least - 1 })).toContain("too-short");
	expect(codesOf({ [field]: least })).not.toContain("too-short");
	expect(codesOf({ [field]: Number.NaN })).toContain("too-short");
});

test("people have two weeks between a reminder, a proposal and the closure", () => {
	expect(checkRetention({ ...defaultRetention, reminderDays: 50, proposalDays: 63 })).toEqual([
		{ code: "too-close", field: "proposalDays", after: "reminderDays", least: 64 },
	]);
	expect(checkRetention({ ...defaultRetention, closureDays: 103 })).toEqual([
		{ code: "too-close", field: "closureDays", after: "proposalDays", least: 104 },
	]);
	expect(codesOf({ closureDays: 104 })).toEqual([]);
});

test("closed situations are kept beyond 90 days only with a reason, and up to there without one", () => {
	expect(codesOf({ purgeDays: 91 })).toEqual(["reason-missing"]);
	expect(codesOf({ purgeDays: 91, longerReason: "PROCEEDINGS" })).toEqual([]);
	expect(codesOf({ purgeDays: 90, longerReason: "PROCEEDINGS" })).toEqual(["reason-needless"]);
});

function codesOf(change: Partial<RetentionPolicy>): string[] {
	return checkRetention({ ...days, longerReason: null, ...change }).map(({ code }) => code);
}
