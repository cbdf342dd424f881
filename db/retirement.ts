import { and, eq } from "drizzle-orm";
import { recordAudit } from "./audit.ts";
import type { Db } from "./client.ts";
import type { Acting } from "./consultations.ts";
import type { Moment } from "./journal.ts";
import { publishedProtocol } from "./protocol-versions.ts";
import { protocolVersions } from "./schema/protocol-versions.ts";

/**
 * Takes a protocol out of use: no situation opens under it any more, those that began go on.
 *
 * @returns false when that version is not the published one
 */
export function retireProtocol(
	db: Db,
	moment: Moment,
	person: Acting,
	{ territoryId, protocolId, hash }: { territoryId: string; protocolId: string; hash: string },
): boolean {
	return db.transaction(
		(tx) => {
			if (publishedProtocol(tx, territoryId, protocolId)?.hash !== hash) return false;
			tx.update(protocolVersions)
				.set({ status: "retired" })
				.where(and(eq(protocolVersions.territoryId, territoryId), eq(protocolVersions.hash, hash)))
				.run();
			const { memberId: actor, structureId, visit } = person;
			const entry = { actor, structureId, ...(visit && { visit }), subject: hash };
			recordAudit(tx, moment, { ...entry, act: "RETIRED" });
			return true;
		},
		{ behavior: "immediate" },
	);
}
