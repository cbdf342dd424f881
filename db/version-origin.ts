import { and, eq } from "drizzle-orm";
import type { Db, Tx } from "./client.ts";
import type { DraftOrigin } from "./drafts.ts";
import { drafts } from "./schema/drafts.ts";
import { protocolVersions } from "./schema/protocol-versions.ts";
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
	return row && beginningIn(row);
}

/** The same for a version, whose draft may be gone. */
export function beginningOfVersion(
	db: Db | Tx,
	{ territoryId, hash }: { territoryId: string; hash: string },
): Beginning | undefined {
	const { modelId: model, baseHash: sha256, sharedBy } = protocolVersions;
	const row = db
		.select({ model, sha256, territory: territories.name })
		.from(protocolVersions)
		.leftJoin(territories, eq(territories.id, sharedBy))
		.where(and(eq(protocolVersions.territoryId, territoryId), eq(protocolVersions.hash, hash)))
		.get();
	return row && beginningIn(row);
}

type Row = { model: string | null; sha256: string | null; territory: string | null };

function beginningIn({ model, sha256, territory }: Row): Beginning | undefined {
	if (model === null && sha256 === null) return undefined;
	return {
		...(model === null ? {} : { model }),
		...(sha256 === null ? {} : { sha256 }),
		...(territory === null ? {} : { territory }),
	};
}

/** What a draft, or the version that it becomes, was started from, as its columns say it. */
export function beginningColumns(origin: DraftOrigin): {
	modelId?: string;
	baseHash?: string;
	sharedBy?: string;
} {
	switch (origin.kind) {
		case "model":
			return { modelId: origin.id };
		case "version":
			return { baseHash: origin.hash };
		case "shared":
			return { baseHash: origin.hash, sharedBy: origin.territoryId };
		case "file":
		case "skeleton":
		case "guided":
			return {};
	}
}
