import { and, desc, eq, isNotNull, lt, ne } from "drizzle-orm";
import type { Db, Tx } from "./client.ts";
import { protocolVersions } from "./schema/protocol-versions.ts";

/** A version of a protocol as lists name it. */
export type VersionRow = Pick<
	typeof protocolVersions.$inferSelect,
	"hash" | "status" | "publishedAt"
>;

/** The versions of a protocol in a territory: the published one first, then the latest. */
export function versionsOfProtocol(
	db: Db | Tx,
	{ territoryId, protocolId }: { territoryId: string; protocolId: string },
): VersionRow[] {
	return versionRows(db)
		.where(
			and(
				eq(protocolVersions.territoryId, territoryId),
				eq(protocolVersions.protocolId, protocolId),
			),
		)
		.orderBy(desc(eq(protocolVersions.status, "published")), desc(protocolVersions.publishedAt))
		.all();
}

/** The version that was published before another one; undefined for the first. */
export function versionBefore(
	db: Db | Tx,
	{ territoryId, protocolId }: { territoryId: string; protocolId: string },
	{ hash, publishedAt }: { hash: string; publishedAt: number },
): VersionRow | undefined {
	return versionRows(db)
		.where(
			and(
				eq(protocolVersions.territoryId, territoryId),
				eq(protocolVersions.protocolId, protocolId),
				isNotNull(protocolVersions.publishedAt),
				lt(protocolVersions.publishedAt, publishedAt),
				ne(protocolVersions.hash, hash),
			),
		)
		.orderBy(desc(protocolVersions.publishedAt))
		.limit(1)
		.get();
}

function versionRows(db: Db | Tx) {
	return db
		.select({
			hash: protocolVersions.hash,
			status: protocolVersions.status,
			publishedAt: protocolVersions.publishedAt,
		})
		.from(protocolVersions);
}
