import { and, count, desc, eq, gte, inArray, lt, min, type SQL } from "drizzle-orm";
import type { AuditAct, AuditScreen } from "./audit.ts";
import type { Db } from "./client.ts";
import { showAlias } from "./pseudonyms/alias.ts";
import { audit } from "./schema/audit.ts";
import { participations } from "./schema/situations.ts";
import { members } from "./schema/structures.ts";

/** A stretch of time: its first instant, and the first after it. */
export type Span = { from: number; until: number };

/** Which rows of a list: its first `limit`, or those after `offset`. */
type Cut = { limit: number; offset: number };

/** Who read what, as their own structure may know it. */
export type KeptReading = {
	at: number;
	/** The label of the colleague; null once the account is gone. */
	who: string | null;
	act: AuditAct;
	screen: AuditScreen | null;
	/** What their structure calls the situation; null for a list, or for what is none of its own. */
	alias: string | null;
	/** A situation was read that is forgotten since. */
	forgotten: boolean;
};

const readingActs = ["READ_SITUATION", "READ_HANDOFF", "READ_LIST", "READ_TRAIL"] as const;

/** The readings of a structure in a stretch of time, the latest first, and how many there are. */
export function readingsOfStructure(db: Db, structureId: string, span: Span, cut: Cut) {
	return readings(db, eq(audit.structureId, structureId), span, cut);
}

/** The readings of one member. */
export function readingsOfMember(db: Db, memberId: string, span: Span, cut: Cut) {
	return readings(db, eq(audit.actor, memberId), span, cut);
}

/** When the oldest reading took place that is still kept; undefined when there is none. */
export function firstReading(db: Db, by: { structureId: string } | { memberId: string }) {
	const whose =
		"memberId" in by ? eq(audit.actor, by.memberId) : eq(audit.structureId, by.structureId);
	const row = db
		.select({ at: min(audit.at) })
		.from(audit)
		.where(and(whose, inArray(audit.act, readingActs)))
		.get();
	return row?.at ?? undefined;
}

function readings(
	db: Db,
	whose: SQL,
	{ from, until }: Span,
	{ limit, offset }: Cut,
): { rows: KeptReading[]; total: number } {
	const asked = and(
		whose,
		gte(audit.at, from),
		lt(audit.at, until),
		inArray(audit.act, readingActs),
	);
	const rows = db
		.select({
			at: audit.at,
			act: audit.act,
			screen: audit.screen,
			who: members.label,
			alias: participations.alias,
			takesPart: participations.takesPart,
			situationPk: audit.situationPk,
			mark: audit.mark,
		})
		.from(audit)
		.leftJoin(members, eq(members.id, audit.actor))
		.leftJoin(
			participations,
			and(
				eq(participations.situationPk, audit.situationPk),
				eq(participations.structureId, audit.structureId),
			),
		)
		.where(asked)
		.orderBy(desc(audit.at), desc(audit.sequence))
		.limit(limit)
		.offset(offset)
		.all();
	const total = db.select({ total: count() }).from(audit).where(asked).get()?.total ?? 0;
	return {
		total,
		rows: rows.map(({ alias, takesPart, situationPk, mark, ...row }) => ({
			...row,
			// A structure that was only asked has no name for the situation yet.
			alias:
				alias !== null && (takesPart || row.act === "READ_SITUATION") ? showAlias(alias) : null,
			forgotten: mark !== null && situationPk === null,
		})),
	};
}
