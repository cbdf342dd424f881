import { and, desc, eq } from "drizzle-orm";
import type { Db } from "./client.ts";
import { consultations } from "./schema/consultations.ts";
import { drafts } from "./schema/drafts.ts";
import { territories } from "./schema/territories.ts";

/** What a protocol was started from: a model, or a version, of this territory or of another. */
export type Beginning = { model?: string; sha256?: string; territory?: string };

/** What a draft was started from; undefined when it was started from nothing. */
export function beginningOfDraft(db: Db, draftId: string): Beginning | undefined {
	const row = db
		.select({ model: drafts.modelId, sha256: drafts.baseHash, territory: territories.name })
		.from(drafts)
		.leftJoin(territories, eq(territories.id, drafts.sharedBy))
		.where(eq(drafts.id, draftId))
		.get();
	if (!row || (row.model === null && row.sha256 === null)) return undefined;
	return {
		...(row.model === null ? {} : { model: row.model }),
		...(row.sha256 === null ? {} : { sha256: row.sha256 }),
		...(row.territory === null ? {} : { territory: row.territory }),
	};
}

/** The same for a version, by the draft that was consulted about as long as it is kept. */
export function beginningOfVersion(
	db: Db,
	{ territoryId, hash }: { territoryId: string; hash: string },
): Beginning | undefined {
	const row = db
		.select({ draftId: consultations.draftId })
		.from(consultations)
		.where(and(eq(consultations.territoryId, territoryId), eq(consultations.versionHash, hash)))
		.orderBy(desc(consultations.openedAt))
		.limit(1)
		.get();
	return row?.draftId ? beginningOfDraft(db, row.draftId) : undefined;
}
