import { desc, eq } from "drizzle-orm";
import type { Text } from "#protocols/language/text.ts";
import type { Db, Tx } from "./client.ts";
import { compiledVersion } from "./protocol-versions.ts";
import { protocolVersions, type versionStatuses } from "./schema/protocol-versions.ts";

/** A version of a territory, whatever became of it. */
export type ListedVersion = {
	hash: string;
	protocolId: string;
	status: (typeof versionStatuses)[number];
	title: Text;
	steps: number;
	/** Of the last publication; absent before the first. */
	publishedAt: number | undefined;
};

/** The versions of a territory, the last published first. */
export function versionList(db: Db | Tx, territoryId: string): ListedVersion[] {
	const rows = db
		.select({
			hash: protocolVersions.hash,
			protocolId: protocolVersions.protocolId,
			status: protocolVersions.status,
			publishedAt: protocolVersions.publishedAt,
		})
		.from(protocolVersions)
		.where(eq(protocolVersions.territoryId, territoryId))
		.orderBy(desc(protocolVersions.publishedAt), protocolVersions.protocolId)
		.all();
	return rows.map(({ publishedAt, ...row }) => {
		const { protocol, places } = compiledVersion(db, territoryId, row.hash);
		return {
			...row,
			title: protocol.title,
			steps: places.steps.size,
			publishedAt: publishedAt ?? undefined,
		};
	});
}
