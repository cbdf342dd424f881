import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { letters, letterWishes } from "./schema/messages.ts";
import { structureClosingDays } from "./schema/structures.ts";
import { momentAt, monday, smallTerritory } from "./small-territory.ts";
import { makeWeeklyLetters } from "./weekly-letters.ts";

const hour = 3_600_000;
const day = 24 * hour;
/** Monday 14 September 2026, just after midnight in Paris. */
const nextWeek = monday + 7 * day - 9 * hour;

test("asked every twenty seconds, nobody's week is worked out twice, and the store is asked hourly", () => {
	const { db, make, drawn } = settled();
	make(nextWeek);
	const readers = weekly(db).length;
	expect(readers).toBeGreaterThan(2);
	expect(drawn()).toBe(readers);
	const asked = vi.spyOn(db.$client, "prepare");

	for (let at = nextWeek + 20_000; at < nextWeek + hour; at += 20_000) make(at);
	expect(asked).not.toHaveBeenCalled();

	for (let at = nextWeek + hour; at < nextWeek + 7 * day - hour; at += hour) make(at);
	expect(asked).toHaveBeenCalledTimes(7 * 24 - 2);
	expect(drawn()).toBe(readers);
	expect(weekly(db)).toHaveLength(readers);
});

test("the next week is another one, and so is a week that the clock went back to", () => {
	const { db, make } = settled();
	make(nextWeek);
	const readers = weekly(db).length;
	db.update(letters).set({ state: "sent", endedAt: nextWeek }).run();

	make(nextWeek + 7 * day);
	expect(weekly(db)).toHaveLength(2 * readers);
	make(nextWeek);

	expect(weekly(db)).toHaveLength(2 * readers);
});

test("whoever wants it within a day of its time gets it within the hour", () => {
	const { db, make } = settled();
	const others = weeklyWithout(db, "crip-user", () => make(nextWeek));
	db.update(letterWishes).set({ weekly: true }).where(eq(letterWishes.userId, "crip-user")).run();

	make(nextWeek + 20_000);
	expect(weekly(db)).toHaveLength(others);
	make(nextWeek + hour);

	expect(weekly(db)).toHaveLength(others + 1);
});

test("a week without an open day is looked at again: its calendar may change", () => {
	const { db, make } = settled();
	for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
		db.insert(structureClosingDays).values({ structureId: "crip", weekday }).run();
	}
	make(nextWeek);
	const others = weekly(db).length;

	db.delete(structureClosingDays).where(eq(structureClosingDays.weekday, 2)).run();
	make(nextWeek + hour);

	expect(weekly(db)).toHaveLength(others + 1);
});

function settled() {
	const { db } = smallTerritory();
	const { random } = momentAt(monday, 7);
	const jitter = vi.fn(() => 0);
	const make = (now: number) => makeWeeklyLetters(db, { now, random, jitter });
	return { db, make, drawn: () => jitter.mock.calls.length };
}

type Store = ReturnType<typeof settled>["db"];

function weekly(db: Store) {
	return db.select().from(letters).where(eq(letters.text, "weekly")).all();
}

/** @returns how many letters were made for the others */
function weeklyWithout(db: Store, userId: string, make: () => void): number {
	const wishes = { language: "fr", morning: true, afternoon: true, weekly: false } as const;
	db.insert(letterWishes)
		.values({ userId, ...wishes })
		.run();
	make();
	return weekly(db).length;
}
