import { and, desc, eq, gte } from "drizzle-orm";
import { weekOf } from "#protocols/calendar/iso-week.ts";
import type { Scope } from "./access.ts";
import type { Db } from "./client.ts";
import { showAlias } from "./pseudonyms/alias.ts";
import { participations, situations } from "./schema/situations.ts";
import type { Cut, Listed } from "./work-list.ts";

/** A situation of one's own that was lately found to be the same as another. */
export type MergedSituation = {
	handle: string;
	alias: string;
	/** It is the one that goes on; else it was closed, and goes on under another alias. */
	remains: boolean;
};

const shownMs = 7 * 86_400_000;

/** What a structure has to write in its register: situations that became one this week or the last. */
export function mergedSituations(
	db: Db,
	{ territoryId, structureId }: Scope,
	now: number,
	{ limit, offset = 0 }: Cut,
): Listed<MergedSituation> {
	const found = db
		.select({
			handle: participations.handle,
			alias: participations.alias,
			status: situations.status,
		})
		.from(situations)
		.innerJoin(
			participations,
			and(
				eq(participations.situationPk, situations.pk),
				eq(participations.structureId, structureId),
			),
		)
		.where(
			and(
				eq(situations.territoryId, territoryId),
				gte(situations.mergedWeek, weekOf(now - shownMs)),
				eq(participations.takesPart, true),
			),
		)
		.orderBy(desc(situations.mergedWeek), desc(situations.pk))
		.limit(limit + 1)
		.offset(offset)
		.all();
	const rows = found.slice(0, limit).map(({ handle, alias, status }) => ({
		handle,
		alias: showAlias(alias),
		remains: status === "open",
	}));
	return { rows, more: found.length > limit };
}
