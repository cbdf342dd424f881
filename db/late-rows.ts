import { and, desc, eq, exists, inArray, isNotNull, not, or, type SQL, sql } from "drizzle-orm";
import { alias, union } from "drizzle-orm/sqlite-core";
import { type LateRung, lateRungs } from "#protocols/casework/ladder.ts";
import type { Scope } from "./access.ts";
import type { Db } from "./client.ts";
import { handoffs } from "./schema/handoffs.ts";
import { timers } from "./schema/journal.ts";
import { holders, openSteps, participations, situations } from "./schema/situations.ts";

/** Whose list it is: what is late in a territory, or what is late of one structure. */
export type LateScope = Scope & { whole: boolean };

/** Which clocks are late, as rows read them; `share` says how many times the delay has run. */
export type FoundLate = ReturnType<ReturnType<typeof lateQuery>["all"]>[number];

/** How many wait that long, and of those how many were escalated. */
export type LateCount = { late: number; escalated: number };

/**
 * Clocks that are late, who waits longest first. Time is measured by the delay itself: once its end
 * is one delay ago, twice the delay has run. A step whose handoff is late too is listed once.
 */
export function lateQuery(db: Db, scope: LateScope, now: number, also?: SQL) {
	const length = sql`max(coalesce(${timers.twiceAt} - ${timers.dueAt}, 0), 60000)`;
	const share = sql<number>`1.0 + (${now} - ${timers.dueAt}) * 1.0 / ${length}`;
	return db
		.select({
			situationPk: timers.situationPk,
			clock: timers.clock,
			rung: sql<LateRung>`${timers.rung}`,
			rungAt: sql<number>`${timers.rungAt}`,
			dueAt: sql<number>`${timers.dueAt}`,
			share,
			versionHash: situations.versionHash,
			closed: sql<number>`${situations.status} = 'closed'`,
			activeAt: situations.activeAt,
			step: {
				stepId: openSteps.stepId,
				roleId: openSteps.roleId,
				structureId: openSteps.structureId,
			},
			/** Who holds the part of the step. */
			holderId: holders.structureId,
			handoff: {
				id: handoffs.id,
				stepId: handoffs.stepId,
				senderId: handoffs.senderId,
				recipientId: handoffs.recipientId,
				roleId: handoffs.roleId,
				senderHandle: handoffs.senderHandle,
				recipientHandle: handoffs.recipientHandle,
				words: handoffs.words,
				urgency: handoffs.urgency,
				state: handoffs.state,
				awaited: handoffs.awaited,
			},
			handle: participations.handle,
			alias: participations.alias,
			takesPart: participations.takesPart,
		})
		.from(timers)
		.innerJoin(situations, eq(situations.pk, timers.situationPk))
		.leftJoin(openSteps, ofClock(timers, openSteps))
		.leftJoin(
			holders,
			and(eq(holders.situationPk, openSteps.situationPk), eq(holders.part, openSteps.part)),
		)
		.leftJoin(handoffs, eq(handoffs.id, sql`substr(${timers.clock}, 9)`))
		.leftJoin(
			participations,
			and(
				eq(participations.situationPk, timers.situationPk),
				eq(participations.structureId, scope.structureId),
			),
		)
		.where(and(lateIn(db, scope), also))
		.orderBy(desc(share), timers.situationPk, timers.clock);
}

/** How many are late, for a notice or a weekly letter: a count and nothing else. */
export function lateCount(db: Db, scope: LateScope, also?: SQL): LateCount {
	const row = db
		.select({
			late: sql<number>`count(*)`,
			escalated: sql<number>`coalesce(sum(${timers.rung} = 'escalate'), 0)`,
		})
		.from(timers)
		.innerJoin(situations, eq(situations.pk, timers.situationPk))
		.leftJoin(openSteps, ofClock(timers, openSteps))
		.leftJoin(handoffs, eq(handoffs.id, sql`substr(${timers.clock}, 9)`))
		.where(and(lateIn(db, scope), also))
		.get();
	return row ?? { late: 0, escalated: 0 };
}

function lateIn(db: Db, scope: LateScope): SQL | undefined {
	return and(
		eq(situations.territoryId, scope.territoryId),
		inArray(timers.rung, [...lateRungs]),
		// A clock that stands still waits for nobody; what interrupted it has clocks of its own.
		sql`coalesce(${openSteps.paused}, 0) = 0`,
		not(saidByHandoff(db)),
		scope.whole ? undefined : ownClocks(db, scope),
	);
}

/** A step whose handoff is late: the handoff says whom to call. */
function saidByHandoff(db: Db): SQL {
	const its = alias(handoffs, "its");
	const running = alias(timers, "running");
	return exists(
		db
			.select({ one: sql`1` })
			.from(its)
			.innerJoin(
				running,
				and(
					eq(running.situationPk, its.situationPk),
					eq(running.clock, sql`'handoff:' || ${its.id}`),
				),
			)
			.where(
				and(
					eq(its.situationPk, openSteps.situationPk),
					eq(its.stepId, openSteps.stepId),
					inArray(running.rung, [...lateRungs]),
				),
			),
	);
}

/** The clocks that concern a structure: what it plays, what it holds, what it sent, what it was sent. */
function ownClocks(db: Db, { structureId }: Scope): SQL {
	const own = alias(openSteps, "own");
	const held = alias(openSteps, "held");
	const passed = alias(handoffs, "passed");
	const named = (clock: SQL<string>) => ({ clock: clock.as("clock") });
	const all = union(
		db
			.select({ pk: own.situationPk, ...named(sql`'step:' || ${own.stepId}`) })
			.from(own)
			.where(eq(own.structureId, structureId)),
		db
			.select({ pk: held.situationPk, ...named(sql`'step:' || ${held.stepId}`) })
			.from(holders)
			.innerJoin(held, and(eq(held.situationPk, holders.situationPk), eq(held.part, holders.part)))
			.where(eq(holders.structureId, structureId)),
		db
			.select({ pk: passed.situationPk, ...named(sql`'handoff:' || ${passed.id}`) })
			.from(passed)
			.where(
				and(
					isNotNull(passed.awaited),
					or(eq(passed.senderId, structureId), eq(passed.recipientId, structureId)),
				),
			),
	);
	return sql`(${timers.situationPk}, ${timers.clock}) in (${all.getSQL()})`;
}

function ofClock(timer: typeof timers, step: typeof openSteps): SQL | undefined {
	return and(
		eq(step.situationPk, timer.situationPk),
		eq(timer.clock, sql`'step:' || ${step.stepId}`),
	);
}
