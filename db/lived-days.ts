import { asc, eq, gt, lt } from "drizzle-orm";
import { confirmingDays, dayOf } from "#protocols/retention/due-act.ts";
import type { Db } from "./client.ts";
import { livedDays } from "./schema/retention.ts";

/** What the calendar of looks says about a new look. */
export type Look = {
	/** What was due today is already done. */
	done: boolean;
	/** Days since the look before that nobody looked on: an outage, or a clock that leapt. */
	missed: number;
	/** Days that the clock was ahead and has now gone back by. */
	ahead: number;
};

/** Looks older than this prove nothing more. */
const keptDays = 4 * confirmingDays;

/** Notes that the server looks today; days that have not come yet were never lived. */
export function lookToday(db: Db, now: number): Look {
	const today = dayOf(now);
	return db.transaction(
		(tx) => {
			const before = livedDaysOf(tx);
			const latest = before.at(-1) ?? today;
			tx.delete(livedDays).where(gt(livedDays.day, today)).run();
			tx.insert(livedDays).values({ day: today, done: false }).onConflictDoNothing().run();
			const kept = livedDaysOf(tx).slice(0, -keptDays).at(-1);
			if (kept !== undefined) tx.delete(livedDays).where(lt(livedDays.day, kept)).run();

			const row = tx.select().from(livedDays).where(eq(livedDays.day, today)).get();
			return {
				done: row?.done ?? false,
				missed: Math.max(0, today - latest - 1),
				ahead: Math.max(0, latest - today),
			};
		},
		{ behavior: "immediate" },
	);
}

/** Notes that everything that was due today is done. */
export function finishToday(db: Db, now: number): void {
	db.update(livedDays)
		.set({ done: true })
		.where(eq(livedDays.day, dayOf(now)))
		.run();
}

/** The days on which the server looked, the earliest first. */
export function livedDaysOf(db: Pick<Db, "select">): number[] {
	const rows = db.select({ day: livedDays.day }).from(livedDays).orderBy(asc(livedDays.day)).all();
	return rows.map(({ day }) => day);
}
