import { type PartView, presentDifference } from "#app/features/agreement/present-difference.ts";
import type { Language } from "#app/i18n/languages.ts";
import type { Db } from "#db/client.ts";
import { versionBefore } from "#db/protocol-history.ts";
import { compiledVersion, type PublishedProtocol } from "#db/protocol-versions.ts";
import { difference } from "#protocols/difference/difference.ts";

/** What is new in a published protocol since the version before; null for a first version. */
export function newsOf(
	db: Db,
	territoryId: string,
	published: PublishedProtocol,
	language: Language,
): { since: number; parts: PartView[] } | null {
	const key = { territoryId, protocolId: published.protocol.id };
	const before = versionBefore(db, key, published);
	if (!before || before.publishedAt === null) return null;
	const former = compiledVersion(db, territoryId, before.hash).protocol;
	const parts = presentDifference(difference(former, published.protocol), language);
	return { since: before.publishedAt, parts };
}
