import { and, asc, desc, eq, exists, isNotNull, or, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { InactivityStage } from "#protocols/casework/events.ts";
import { dayMs } from "#protocols/retention/due-act.ts";
import type { Scope } from "./access.ts";
import type { Db } from "./client.ts";
import { knownStructures } from "./known-structures.ts";
import { showAlias } from "./pseudonyms/alias.ts";
import { retentionOf } from "./retention-policy.ts";
import { holders, participations, situations } from "./schema/situations.ts";
import type { Cut, Listed } from "./work-list.ts";

/** A situation in which nobody acts, for those who hold or lead it. Instants are those of a week. */
export type InactiveSituation = {
	handle: string;
	alias: string;
	stage: InactivityStage;
	activeAt: number;
	/** When the system closes it at the earliest, if it was proposed and nobody answers. */
	closesAt: number | null;
};

/** The situations without activity that a structure holds or leads, the longest first. */
export function inactiveSituations(
	db: Db,
	scope: Scope,
	{ limit, offset = 0 }: Cut,
): Listed<InactiveSituation> {
	const { policy } = retentionOf(db, scope.territoryId);
	const found = db
		.select({ ...own, stage: situations.inactivity, activeAt: situations.activeAt })
		.from(situations)
		.innerJoin(participations, eq(participations.situationPk, situations.pk))
		.where(
			and(attendedBy(db, scope), eq(situations.status, "open"), isNotNull(situations.inactivity)),
		)
		.orderBy(asc(situations.activeAt), asc(situations.pk))
		.limit(limit + 1)
		.offset(offset)
		.all();
	const rows = found.slice(0, limit).flatMap(({ stage, alias, ...row }): InactiveSituation[] => {
		if (!stage) return [];
		const closesAt = stage === "proposal" ? row.activeAt + policy.closureDays * dayMs : null;
		return [{ ...row, alias: showAlias(alias), stage, closesAt }];
	});
	return { rows, more: found.length > limit };
}

/** A situation that the system closed, for those who held or led it. */
export type EndedSituation = { handle: string; alias: string; closedAt: number; purgeAt: number };

/** The situations that the system closed and that are not forgotten yet, the latest first. */
export function endedSituations(
	db: Db,
	scope: Scope,
	{ limit, offset = 0 }: Cut,
): Listed<EndedSituation> {
	const { policy } = retentionOf(db, scope.territoryId);
	const found = db
		.select({ ...own, closedAt: situations.closedAt })
		.from(situations)
		.innerJoin(participations, eq(participations.situationPk, situations.pk))
		.where(and(attendedBy(db, scope), eq(situations.closedBy, "system")))
		.orderBy(desc(situations.closedAt), asc(situations.pk))
		.limit(limit + 1)
		.offset(offset)
		.all();
	const rows = found.slice(0, limit).flatMap(({ closedAt, alias, ...row }): EndedSituation[] => {
		if (closedAt === null) return [];
		const purgeAt = closedAt + policy.purgeDays * dayMs;
		return [{ ...row, alias: showAlias(alias), closedAt, purgeAt }];
	});
	return { rows, more: found.length > limit };
}

const own = { handle: participations.handle, alias: participations.alias };

/** A structure's own name for what it holds or leads, or held when the system closed it. */
function attendedBy(db: Db, { territoryId, structureId }: Scope) {
	const holding = db
		.select({ part: holders.part })
		.from(holders)
		.where(and(eq(holders.situationPk, situations.pk), eq(holders.structureId, structureId)));
	return and(
		eq(situations.territoryId, territoryId),
		eq(participations.structureId, structureId),
		or(exists(holding), eq(situations.leadId, structureId)),
	);
}

/** A structure that a coordinator may call, with how many situations it is about, since which week. */
export type StructureToCall = {
	structureId: string;
	/** Null where a name protects somebody. */
	structure: string | null;
	count: number;
	since: number;
};

/** Who holds situations without activity that the system may not close: something still runs there. */
export function unsettledSituations(db: Db, scope: Scope, cut: Cut): Listed<StructureToCall> {
	const waits = and(eq(situations.status, "open"), eq(situations.inactivity, "arbitration"));
	return structuresToCall(db, scope, { cut, waits, since: situations.activeAt });
}

/** Who held what the system closed and what is not forgotten yet. */
export function endedElsewhere(db: Db, scope: Scope, cut: Cut): Listed<StructureToCall> {
	const waits = eq(situations.closedBy, "system");
	return structuresToCall(db, scope, { cut, waits, since: situations.closedAt });
}

type Asked = { cut: Cut; waits: SQL | undefined; since: SQLiteColumn };

function structuresToCall(db: Db, scope: Scope, { cut, waits, since }: Asked) {
	const earliest = sql<number>`min(${since})`;
	const found = db
		.select({
			structureId: holders.structureId,
			count: sql<number>`count(distinct ${situations.pk})`,
			since: earliest,
		})
		.from(situations)
		.innerJoin(holders, eq(holders.situationPk, situations.pk))
		.where(and(eq(situations.territoryId, scope.territoryId), waits))
		.groupBy(holders.structureId)
		.orderBy(asc(earliest), asc(holders.structureId))
		.limit(cut.limit + 1)
		.offset(cut.offset ?? 0)
		.all();
	const known = knownStructures(db, scope);
	const rows = found.slice(0, cut.limit).map(
		(row): StructureToCall => ({
			...row,
			structure: known.get(row.structureId)?.name ?? null,
		}),
	);
	return { rows, more: found.length > cut.limit };
}
