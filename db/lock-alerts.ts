import { and, desc, eq, gte, inArray } from "drizzle-orm";
import type { Db } from "./client.ts";
import { audit, type auditActs } from "./schema/audit.ts";
import { members, structures } from "./schema/structures.ts";

/** What is locked when somebody tries too often: the search by code, a number that is typed. */
export const lockActs = ["SEARCH_LOCKED", "NUMBER_LOCKED"] as const satisfies readonly Extract<
	(typeof auditActs)[number],
	`${string}_LOCKED`
>[];
export type LockAct = (typeof lockActs)[number];

/** That somebody searched again and again and found nothing; never what they typed. */
export type LockAlert = {
	act: LockAct;
	at: number;
	/** The label of the colleague, for their manager; null for who only coordinates. */
	colleague: string | null;
	structure: string;
};

/** Who is told: who answers for the structure, and who coordinates the territory. */
export type AlertReader = {
	territoryId: string;
	structureId: string;
	manager: boolean;
	duty: string;
};

const shownMs = 7 * 86_400_000;
const most = 20;

/** The locks of the last seven days that somebody is told of, the latest first. */
export function lockAlerts(db: Db, reader: AlertReader, now: number): LockAlert[] {
	const coordinates = reader.duty === "coordinator";
	if (!reader.manager && !coordinates) return [];
	return db
		.select({
			act: audit.act,
			at: audit.at,
			label: members.label,
			structureId: structures.id,
			structure: structures.name,
		})
		.from(audit)
		.innerJoin(structures, eq(structures.id, audit.structureId))
		.leftJoin(members, eq(members.id, audit.actor))
		.where(
			and(
				inArray(audit.act, [...lockActs]),
				gte(audit.at, now - shownMs),
				eq(structures.territoryId, reader.territoryId),
				coordinates ? undefined : eq(audit.structureId, reader.structureId),
			),
		)
		.orderBy(desc(audit.at), desc(audit.sequence))
		.limit(most)
		.all()
		.flatMap(({ act, label, structureId, ...row }) => {
			const known = lockActs.find((one) => one === act);
			if (!known) return [];
			const own = reader.manager && structureId === reader.structureId;
			return [{ ...row, act: known, colleague: own ? label : null }];
		});
}

/** Whether a lock of somebody was kept already since an instant: one alert for one lock. */
export function wasLocked(
	db: Db,
	{ actor, act, since }: { actor: string; act: LockAct; since: number },
): boolean {
	const row = db
		.select({ sequence: audit.sequence })
		.from(audit)
		.where(and(eq(audit.actor, actor), gte(audit.at, since), eq(audit.act, act)))
		.limit(1)
		.get();
	return row !== undefined;
}
