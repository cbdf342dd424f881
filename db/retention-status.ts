import { and, asc, eq, gt, min, sql } from "drizzle-orm";
import { believedNow, dayMs } from "#protocols/retention/due-act.ts";
import type { RetentionPolicy } from "#protocols/retention/policy.ts";
import type { Db } from "./client.ts";
import { livedDaysOf } from "./lived-days.ts";
import { retentionOf } from "./retention-policy.ts";
import { situations } from "./schema/situations.ts";
import { territories } from "./schema/territories.ts";

/** Where retention stands in a territory; numbers of situations, never one of them. */
export type TerritoryStatus = {
	territoryId: string;
	policy: RetentionPolicy;
	open: number;
	/** Of those that are open: what was last noted of them. */
	reminder: number;
	proposal: number;
	arbitration: number;
	closed: number;
	closedBySystem: number;
	/** Somebody acted there at an instant that has not come yet: the clock was ahead. */
	ahead: number;
	/** When the next closed situation is forgotten, at the earliest; null when none waits. */
	nextPurgeAt: number | null;
};

/** Where retention stands: how far the clock is believed, and each territory. */
export type RetentionStatus = {
	/** Null before the server has looked for a week: nothing is closed or forgotten until then. */
	believedUntil: number | null;
	territories: TerritoryStatus[];
};

/** Where retention stands. */
export function retentionStatus(db: Db, now: number): RetentionStatus {
	const believed = believedNow({ now, livedDays: livedDaysOf(db) });
	return {
		believedUntil: Number.isFinite(believed) ? believed : null,
		territories: db
			.select({ id: territories.id })
			.from(territories)
			.orderBy(asc(territories.id))
			.all()
			.map(({ id }) => statusOf(db, id, now)),
	};
}

function statusOf(db: Db, territoryId: string, now: number): TerritoryStatus {
	const { policy } = retentionOf(db, territoryId);
	const { status, inactivity, closedBy, closedAt, activeAt } = situations;
	const own = eq(situations.territoryId, territoryId);
	const count = (...which: Parameters<typeof and>) =>
		db
			.select({ n: sql<number>`count(*)` })
			.from(situations)
			.where(and(own, ...which))
			.get()?.n ?? 0;
	const first = db
		.select({ at: min(closedAt) })
		.from(situations)
		.where(and(own, eq(status, "closed")))
		.get();
	return {
		territoryId,
		policy,
		open: count(eq(status, "open")),
		reminder: count(eq(inactivity, "reminder")),
		proposal: count(eq(inactivity, "proposal")),
		arbitration: count(eq(inactivity, "arbitration")),
		closed: count(eq(status, "closed")),
		closedBySystem: count(eq(closedBy, "system")),
		ahead: count(eq(status, "open"), gt(activeAt, now)),
		nextPurgeAt: typeof first?.at === "number" ? first.at + policy.purgeDays * dayMs : null,
	};
}
