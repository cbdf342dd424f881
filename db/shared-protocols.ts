import { and, asc, eq, ne } from "drizzle-orm";
import type { Protocol } from "#protocols/language/protocol.ts";
import type { Text } from "#protocols/language/text.ts";
import { recordAudit } from "./audit.ts";
import type { Db, Tx } from "./client.ts";
import type { Moment } from "./journal.ts";
import { compiledVersion } from "./protocol-versions.ts";
import { protocolVersions } from "./schema/protocol-versions.ts";
import { sharedProtocols } from "./schema/shared-protocols.ts";
import { territories } from "./schema/territories.ts";

/** A version that another territory shares, with who is to be thanked for it. */
export type SharedProtocol = {
	territoryId: string;
	/** The territory, as it calls itself. */
	territory: string;
	hash: string;
	title: Text;
	audience: Text | undefined;
	steps: number;
	sharedAt: number;
};

/** Who shares which version, or takes it back, and for which structure they act. */
export type Sharing = {
	territoryId: string;
	hash: string;
	memberId: string;
	structureId: string;
};

/**
 * Shares a published version with the other territories of the instance; sharing it twice changes
 * nothing.
 *
 * @returns false when the territory has no such version, or it is not the published one
 */
export function shareVersion(db: Db, moment: Moment, sharing: Sharing): boolean {
	const { territoryId, hash, memberId } = sharing;
	return db.transaction(
		(tx) => {
			if (!isPublished(tx, sharing)) return false;
			const row = { territoryId, hash, sharedAt: moment.now, sharedBy: memberId };
			const { changes } = tx.insert(sharedProtocols).values(row).onConflictDoNothing().run();
			if (changes > 0) recordAudit(tx, moment, entryOf("SHARED", sharing));
			return true;
		},
		{ behavior: "immediate" },
	);
}

/** Takes a version back. Drafts that were started from it stay as they are, with their credit. */
export function unshareVersion(db: Db, moment: Moment, sharing: Sharing): void {
	db.transaction(
		(tx) => {
			const { changes } = tx.delete(sharedProtocols).where(sameVersion(sharing)).run();
			if (changes > 0) recordAudit(tx, moment, entryOf("UNSHARED", sharing));
		},
		{ behavior: "immediate" },
	);
}

/** Whether a territory shares that version now. */
export function isShared(db: Db | Tx, version: { territoryId: string; hash: string }): boolean {
	const row = db
		.select({ hash: sharedProtocols.hash })
		.from(sharedProtocols)
		.where(sameVersion(version))
		.get();
	return row !== undefined;
}

/** What the other territories share with one: versions in use, not those that have been retired since. */
export function sharedWith(db: Db | Tx, territoryId: string): SharedProtocol[] {
	const rows = db
		.select({
			territoryId: sharedProtocols.territoryId,
			territory: territories.name,
			hash: sharedProtocols.hash,
			sharedAt: sharedProtocols.sharedAt,
		})
		.from(sharedProtocols)
		.innerJoin(territories, eq(territories.id, sharedProtocols.territoryId))
		.innerJoin(
			protocolVersions,
			and(
				eq(protocolVersions.territoryId, sharedProtocols.territoryId),
				eq(protocolVersions.hash, sharedProtocols.hash),
			),
		)
		.where(
			and(ne(sharedProtocols.territoryId, territoryId), eq(protocolVersions.status, "published")),
		)
		.orderBy(asc(territories.name), asc(protocolVersions.protocolId), asc(sharedProtocols.sharedAt))
		.all();
	return rows.map((row) => {
		const { protocol, places } = compiledVersion(db, row.territoryId, row.hash);
		const { title, audience } = protocol;
		return { ...row, title, audience, steps: places.steps.size };
	});
}

/**
 * The document of a version that another territory shares, to start a draft from.
 *
 * @returns undefined when nobody shares it with the asking territory
 */
export function sharedVersion(
	db: Db | Tx,
	{ askedBy, territoryId, hash }: { askedBy: string; territoryId: string; hash: string },
): Protocol | undefined {
	const version = { territoryId, hash };
	const readable = territoryId !== askedBy && isShared(db, version) && isPublished(db, version);
	if (!readable) return undefined;
	return compiledVersion(db, territoryId, hash).protocol;
}

function isPublished(
	db: Db | Tx,
	{ territoryId, hash }: { territoryId: string; hash: string },
): boolean {
	const row = db
		.select({ status: protocolVersions.status })
		.from(protocolVersions)
		.where(and(eq(protocolVersions.territoryId, territoryId), eq(protocolVersions.hash, hash)))
		.get();
	return row?.status === "published";
}

function sameVersion({ territoryId, hash }: { territoryId: string; hash: string }) {
	return and(eq(sharedProtocols.territoryId, territoryId), eq(sharedProtocols.hash, hash));
}

function entryOf(act: "SHARED" | "UNSHARED", { memberId, structureId, hash }: Sharing) {
	return { actor: memberId, structureId, act, subject: hash };
}
