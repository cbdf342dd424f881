import fc from "fast-check";
import { expect, test } from "vitest";
import {
	confirmingDays,
	dayMs,
	dayOf,
	dueRetentionAct,
	type RetentionAct,
	type RetentionFacts,
} from "./due-act.ts";
import { defaultRetention } from "./policy.ts";

const monday = 1_788_768_000_000;
const open: RetentionFacts = {
	status: "open",
	activeAt: monday,
	noted: undefined,
	unsettled: false,
	closedAt: undefined,
};
const closed: RetentionFacts = { ...open, status: "closed", closedAt: monday };

test("in a year without anybody, each act comes once, on its day", () => {
	expect(liveThrough(open, steadyDays(365))).toEqual([
		[60, "remind"],
		[90, "propose"],
		[180, "close"],
		[270, "purge"],
	]);
});

test("what still runs is put before a person, once, and never closed", () => {
	expect(liveThrough({ ...open, unsettled: true }, steadyDays(1000))).toEqual([
		[60, "remind"],
		[90, "propose"],
		[180, "arbitrate"],
	]);
});

test("once it is settled, it still takes as long as after a proposal", () => {
	const noted = { stage: "arbitration" as const, at: monday + 180 * dayMs };

	expect(liveThrough({ ...open, noted }, steadyDays(300))).toEqual([[270, "close"]]);
});

test("after an outage the holders have the same time as ever between two words", () => {
	const outage = steadyDays(500).filter((day) => day < 50 || day >= 200);

	expect(liveThrough(open, outage)).toEqual([
		[200, "remind"],
		[230, "propose"],
		[320, "close"],
		[410, "purge"],
	]);
});

test("what fell due while the server was off waits for a week of looking", () => {
	const outage = steadyDays(200).filter((day) => day < 10 || day >= 120);

	expect(liveThrough(closed, outage)).toEqual([[120 + confirmingDays, "purge"]]);
});

test("a server that looks now and then forgets all the same", () => {
	const mondays = steadyDays(400).filter((day) => day % 7 === 0);

	// Looked at on days 84 to 133 of every week: eight looks from a week before it was due.
	expect(liveThrough(closed, mondays)).toEqual([[133, "purge"]]);
});

test("a clock set forward three days forgets nothing before its true day", () => {
	for (let leapDay = 83; leapDay < 90; leapDay += 1) {
		const [[trueDay] = []] = liveWithLeap(closed, { leapDay, leapDays: 3 });

		expect(trueDay, `leapt on day ${leapDay}`).toBe(90);
	}
});

test("a clock set forward by years forgets nothing and closes nothing for a week", () => {
	const noted = { stage: "proposal" as const, at: monday };
	const byYears = { leapDay: 1, leapDays: 1000 };

	expect(liveWithLeap(closed, byYears)).toEqual([[8, "purge"]]);
	expect(liveWithLeap({ ...open, noted }, byYears)[0]).toEqual([8, "close"]);
	expect(liveWithLeap(open, byYears)).toEqual([
		[1, "remind"],
		[31, "propose"],
		[121, "close"],
		[211, "purge"],
	]);
});

test("a clock that was ahead and is set right again has closed and forgotten nothing", () => {
	const time = (now: number, livedDays: number[]) => ({ now, livedDays, policySince: 0 });
	const ahead = monday + 95 * dayMs;
	const seen = [...steadyDays(21).map((day) => dayOf(monday) + day), dayOf(ahead)];

	expect(dueRetentionAct(closed, defaultRetention, time(ahead, seen))).toBeUndefined();
	expect(
		dueRetentionAct(closed, defaultRetention, time(monday + 21 * dayMs, seen)),
	).toBeUndefined();
});

test("what a clock noted that was ahead does not hold the next word back for ever", () => {
	const noted = { stage: "reminder" as const, at: monday + 5000 * dayMs };

	expect(liveThrough({ ...open, noted }, steadyDays(100))).toEqual([[90, "propose"]]);
});

test("a setting that was just shortened closes and forgets nothing for a week", () => {
	const policy = { ...defaultRetention, purgeDays: 30 };
	const livedDays = steadyDays(120).map((day) => dayOf(monday) + day);
	const policySince = monday + 50 * dayMs;
	const at = (day: number) =>
		dueRetentionAct(closed, policy, { now: monday + day * dayMs, livedDays, policySince });

	expect(at(56)).toBeUndefined();
	expect(at(57)).toBe("purge");
});

test("any act of a person begins anew: nothing is due before its time from there", () => {
	fc.assert(
		fc.property(fc.nat(2000), fc.nat(2000), (acted, waited) => {
			const facts = { ...open, activeAt: monday + acted * dayMs };
			const now = facts.activeAt + waited * dayMs;
			const livedDays = steadyDays(4100).map((day) => dayOf(monday) + day);
			const act = dueRetentionAct(facts, defaultRetention, { now, livedDays, policySince: 0 });

			expect(act).toBe(waited >= 60 ? "remind" : undefined);
		}),
	);
});

test("nothing is closed or forgotten on fewer than eight days of looking, whatever the clock says", () => {
	fc.assert(
		fc.property(
			fc.uniqueArray(fc.nat(1000), { maxLength: confirmingDays }),
			fc.nat(10_000),
			fc.boolean(),
			(days, day, unsettled) => {
				const livedDays = days.map((lived) => dayOf(monday) + lived);
				const time = { now: monday + day * dayMs, livedDays, policySince: 0 };
				const noted = { stage: "proposal" as const, at: monday };

				expect(dueRetentionAct(closed, defaultRetention, time)).toBeUndefined();
				expect(
					dueRetentionAct({ ...open, noted, unsettled }, defaultRetention, time),
				).toBeUndefined();
			},
		),
	);
});

/** The days, counted from the Monday, on which the server is on. */
function steadyDays(count: number): number[] {
	return Array.from({ length: count }, (_, day) => day);
}

type Happened = [day: number, act: RetentionAct];

/** What happens to a situation that nobody touches, looked at once on each of the days. */
function liveThrough(facts: RetentionFacts, days: readonly number[]): Happened[] {
	return live(
		facts,
		days.map((day) => ({ day, clock: day })),
	);
}

/** The same on a server whose clock leaps forward on one day, for good. */
function liveWithLeap(
	facts: RetentionFacts,
	{ leapDay, leapDays }: { leapDay: number; leapDays: number },
): Happened[] {
	const before = Array.from({ length: 30 }, (_, day) => ({ day: day - 30, clock: day - 30 }));
	const days = steadyDays(400).map((day) => ({ day, clock: day < leapDay ? day : day + leapDays }));
	return live(facts, [...before, ...days]);
}

function live(begun: RetentionFacts, days: readonly { day: number; clock: number }[]): Happened[] {
	let facts = begun;
	const happened: Happened[] = [];
	const livedDays: number[] = [];
	for (const { day, clock } of days) {
		const now = monday + clock * dayMs;
		livedDays.push(dayOf(now));
		const act = dueRetentionAct(facts, defaultRetention, { now, livedDays, policySince: 0 });
		if (act === undefined) continue;
		happened.push([day, act]);
		if (act === "purge") return happened;
		facts = after(facts, act, now);
	}
	return happened;
}

function after(facts: RetentionFacts, act: RetentionAct, at: number): RetentionFacts {
	switch (act) {
		case "remind":
			return { ...facts, noted: { stage: "reminder", at } };
		case "propose":
			return { ...facts, noted: { stage: "proposal", at } };
		case "arbitrate":
			return { ...facts, noted: { stage: "arbitration", at } };
		case "close":
			return { ...facts, status: "closed", closedAt: at };
		case "purge":
			return facts;
	}
}
