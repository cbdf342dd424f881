import { and, asc, eq, lte, min, sql } from "drizzle-orm";
import { decide } from "#protocols/casework/decide.ts";
import type { ClockId } from "#protocols/casework/situation.ts";
import type { Db } from "./client.ts";
import { decideAndRecord, type Moment } from "./journal.ts";
import { timers } from "./schema/journal.ts";
import { situations } from "./schema/situations.ts";

/** How far a sweep went: the next one goes on behind it. */
type Swept = { fireAt: number | null; situationPk: number; clock: string };
type DueClock = Swept & { stage: typeof timers.$inferSelect.stage; territoryId: string };

/** What a sweep did. A clock that could not strike is kept, and tried again by a later sweep. */
export type Sweep = {
	struck: number;
	/** Clocks that the situation did not let strike: their row is out of date. */
	refused: number;
	/** What went wrong, for each clock that could not be asked at all. */
	faults: unknown[];
	/** Where to go on; undefined when nothing else is due. */
	next: Swept | undefined;
};

/**
 * Lets the clocks strike that are due, each through the same door as a person's act.
 * It flags and escalates; it never closes, hides or locks. A clock that fails stops no other one.
 *
 * @param limit most clocks in one sweep, so that requests are served in between
 * @param after where the sweep before ended
 * @throws SqliteError when the store itself is at fault: busy, full, read-only
 */
export function sweepTimers(
	db: Db,
	moment: Moment,
	{ limit = 200, after }: { limit?: number; after?: Swept | undefined } = {},
): Sweep {
	const due = dueClocks(db, moment.now, limit, after);
	const sweep: Sweep = { struck: 0, refused: 0, faults: [], next: undefined };
	for (const clock of due) {
		try {
			if (strike(db, moment, clock)) sweep.struck += 1;
			else sweep.refused += 1;
		} catch (error) {
			if (isStoreFault(error)) throw error;
			sweep.faults.push(error);
		}
	}
	const last = due.length === limit ? due.at(-1) : undefined;
	return { ...sweep, next: last };
}

/** When the next clock strikes; undefined when none runs. */
export function nextStrikeAt(db: Db): number | undefined {
	const row = db
		.select({ at: min(timers.fireAt) })
		.from(timers)
		.get();
	return row?.at ?? undefined;
}

function dueClocks(db: Db, now: number, limit: number, after: Swept | undefined): DueClock[] {
	const place = sql`(${timers.fireAt}, ${timers.situationPk}, ${timers.clock})`;
	const behind = after && sql`${place} > (${after.fireAt}, ${after.situationPk}, ${after.clock})`;
	return db
		.select({
			fireAt: timers.fireAt,
			situationPk: timers.situationPk,
			clock: timers.clock,
			stage: timers.stage,
			territoryId: situations.territoryId,
		})
		.from(timers)
		.innerJoin(situations, eq(situations.pk, timers.situationPk))
		.where(and(lte(timers.fireAt, now), behind))
		.orderBy(asc(timers.fireAt), asc(timers.situationPk), asc(timers.clock))
		.limit(limit)
		.all();
}

function strike(
	db: Db,
	moment: Moment,
	{ territoryId, situationPk, clock, stage }: DueClock,
): boolean {
	if (stage === null) return false;
	const command = { type: "strike-clock", clock: clock as ClockId, stage } as const;
	const result = decideAndRecord(db, { territoryId, situationPk }, moment, (situation, at) =>
		decide(situation, command, at),
	);
	return result.recorded;
}

/** Where the store is at fault, every clock behind this one would fail the same way, and slowly. */
function isStoreFault(error: unknown): boolean {
	const { code } = error as { code?: unknown };
	return (
		typeof code === "string" &&
		/^SQLITE_(BUSY|LOCKED|FULL|READONLY|IOERR|CORRUPT|NOTADB|CANTOPEN)/.test(code)
	);
}
