import { and, count, desc, eq, gte, inArray, lt, min, or } from "drizzle-orm";
import type { AuditAct, AuditScreen } from "./audit.ts";
import type { Db } from "./client.ts";
import type { Span } from "./readings.ts";
import { audit, auditOutsiders } from "./schema/audit.ts";
import { members, structures } from "./schema/structures.ts";

/** An act of the trail, as an auditor sees it: who did what kind of thing, never on which situation. */
export type TrailAct = {
	at: number;
	act: AuditAct;
	screen: AuditScreen | null;
	/** A label of the territory; else what the trail calls them. */
	who: string;
	/** Null where they acted for none, or where its name protects somebody. */
	structure: string | null;
};

/** The acts of a territory in a stretch of time, the latest first, and how many there are. */
export function trailActs(
	db: Db,
	{ territoryId, act }: { territoryId: string; act?: AuditAct | undefined },
	{ from, until }: Span,
	{ limit, offset }: { limit: number; offset: number },
): { rows: TrailAct[]; total: number } {
	const asked = and(
		inTerritory(db, territoryId),
		gte(audit.at, from),
		lt(audit.at, until),
		act ? eq(audit.act, act) : undefined,
	);
	const rows = db
		.select({
			at: audit.at,
			act: audit.act,
			screen: audit.screen,
			actor: audit.actor,
			label: members.label,
			structure: structures.name,
			sensitive: structures.sensitive,
		})
		.from(audit)
		.leftJoin(members, eq(members.id, audit.actor))
		.leftJoin(structures, eq(structures.id, audit.structureId))
		.where(asked)
		.orderBy(desc(audit.at), desc(audit.sequence))
		.limit(limit)
		.offset(offset)
		.all();
	const labels = accountLabels(db, territoryId);
	const total = db.select({ total: count() }).from(audit).where(asked).get()?.total ?? 0;
	return {
		total,
		rows: rows.map(({ actor, label, sensitive, ...row }) => ({
			...row,
			structure: sensitive ? null : row.structure,
			who: label ?? labels.get(actor) ?? actor,
		})),
	};
}

/** When the oldest act that is still kept took place. */
export function firstAct(db: Db, territoryId: string): number | undefined {
	const row = db
		.select({ at: min(audit.at) })
		.from(audit)
		.where(inTerritory(db, territoryId))
		.get();
	return row?.at ?? undefined;
}

/** What was done in a territory: for one of its structures, by one of its accounts, or by nobody's. */
function inTerritory(db: Db, territoryId: string) {
	const own = db
		.select({ id: structures.id })
		.from(structures)
		.where(eq(structures.territoryId, territoryId));
	const accounts = db
		.select({ id: members.userId })
		.from(members)
		.where(inArray(members.structureId, own));
	return or(
		inArray(audit.structureId, own),
		inArray(audit.actor, accounts),
		inArray(audit.actor, [...auditOutsiders]),
	);
}

/** How the accounts of a territory are called before they act for a structure: by their first label. */
function accountLabels(db: Db, territoryId: string): Map<string, string> {
	const rows = db
		.select({ id: members.userId, label: members.label })
		.from(members)
		.innerJoin(structures, eq(structures.id, members.structureId))
		.where(eq(structures.territoryId, territoryId))
		.all();
	return new Map(rows.map(({ id, label }) => [id, label]));
}
