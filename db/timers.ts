import { asc, eq, lte } from "drizzle-orm";
import { decide } from "#protocols/casework/decide.ts";
import type { ClockId } from "#protocols/casework/situation.ts";
import type { Db } from "./client.ts";
import { decideAndRecord, type Moment } from "./journal.ts";
import { timers } from "./schema/journal.ts";
import { situations } from "./schema/situations.ts";

/** What a sweep did. A clock that could not strike is kept and tried again. */
export type Sweep = { struck: number; failed: number };

/**
 * Lets the clocks strike that are due, each through the same door as a person's act.
 * It flags and escalates; it never closes, hides or locks.
 *
 * @param limit most clocks in one sweep, so that requests are served in between
 */
export function sweepTimers(db: Db, moment: Moment, limit = 200): Sweep {
	const due = db
		.select({
			situationPk: timers.situationPk,
			clock: timers.clock,
			stage: timers.stage,
			territoryId: situations.territoryId,
		})
		.from(timers)
		.innerJoin(situations, eq(situations.pk, timers.situationPk))
		.where(lte(timers.fireAt, moment.now))
		.orderBy(asc(timers.fireAt))
		.limit(limit)
		.all();

	const sweep: Sweep = { struck: 0, failed: 0 };
	for (const { territoryId, situationPk, clock, stage } of due) {
		if (stage === null) continue;
		const strike = { type: "strike-clock", clock: clock as ClockId, stage } as const;
		const result = decideAndRecord(db, { territoryId, situationPk }, moment, (situation, at) =>
			decide(situation, strike, at),
		);
		if (result.recorded) sweep.struck += 1;
		else sweep.failed += 1;
	}
	return sweep;
}
