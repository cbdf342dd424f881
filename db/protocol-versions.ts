import { createHash } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import { type CompiledProtocol, compileProtocol } from "#protocols/compiler/compile.ts";
import { canonicalJson } from "#protocols/language/canonical.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import type { Text } from "#protocols/language/text.ts";
import type { Db, Tx } from "./client.ts";
import { inspectProtocol, TextsRefused } from "./protocol-inspection.ts";
import { protocolVersions } from "./schema/protocol-versions.ts";

/** The identity of a version: the SHA-256 of its canonical JSON, in hexadecimal. */
export function versionHash(protocol: Protocol): string {
	return createHash("sha256").update(canonicalJson(protocol)).digest("hex");
}

type Publishing = {
	territoryId: string;
	protocol: Protocol;
	at: number;
	/** The model of the catalogue that it is. */
	modelId?: string;
};

/**
 * Publishes a version in a territory and retires the one before; publishing it twice changes nothing.
 *
 * @throws TextsRefused when a text of it may point at somebody: ask `inspectProtocol` before
 */
export function publishVersion(
	db: Db | Tx,
	{ territoryId, protocol, at, modelId }: Publishing,
): string {
	const hash = versionHash(protocol);
	const ofProtocol = and(
		eq(protocolVersions.territoryId, territoryId),
		eq(protocolVersions.protocolId, protocol.id),
		eq(protocolVersions.status, "published"),
	);
	const published = db
		.select({ hash: protocolVersions.hash })
		.from(protocolVersions)
		.where(ofProtocol)
		.all();
	if (published.some((version) => version.hash === hash)) return hash;

	const inspection = inspectProtocol(db, territoryId, protocol);
	if (inspection.stops.length + inspection.waiting.length > 0) throw new TextsRefused(inspection);

	db.update(protocolVersions).set({ status: "retired" }).where(ofProtocol).run();
	const document = canonicalJson(protocol);
	db.insert(protocolVersions)
		.values({
			territoryId,
			hash,
			protocolId: protocol.id,
			status: "published",
			document,
			publishedAt: at,
			modelId,
		})
		.onConflictDoUpdate({
			target: [protocolVersions.territoryId, protocolVersions.hash],
			set: { status: "published", publishedAt: at },
		})
		.run();
	return hash;
}

export type PublishedProtocol = CompiledProtocol & { hash: string; publishedAt: number };

/** The published protocols of a territory, by name. */
export function publishedProtocols(
	db: Db | Tx,
	territoryId: string,
): { id: string; title: Text; audience: Text | undefined; hash: string; steps: number }[] {
	const rows = db
		.select({ hash: protocolVersions.hash })
		.from(protocolVersions)
		.where(
			and(eq(protocolVersions.territoryId, territoryId), eq(protocolVersions.status, "published")),
		)
		.orderBy(asc(protocolVersions.protocolId))
		.all();
	return rows.map(({ hash }) => {
		const { protocol, places } = compiledVersion(db, territoryId, hash);
		const { id, title, audience } = protocol;
		return { id, title, audience, hash, steps: places.steps.size };
	});
}

/** The published version of a protocol; undefined when the territory has none. */
export function publishedProtocol(
	db: Db | Tx,
	territoryId: string,
	protocolId: string,
): PublishedProtocol | undefined {
	const row = db
		.select({ hash: protocolVersions.hash, publishedAt: protocolVersions.publishedAt })
		.from(protocolVersions)
		.where(
			and(
				eq(protocolVersions.territoryId, territoryId),
				eq(protocolVersions.protocolId, protocolId),
				eq(protocolVersions.status, "published"),
			),
		)
		.get();
	if (!row) return undefined;
	const compiled = compiledVersion(db, territoryId, row.hash);
	return { ...compiled, hash: row.hash, publishedAt: row.publishedAt ?? 0 };
}

/** Compiled machines by hash: the first pass of a machine costs a hundred times the later ones. */
const compiled = new Map<string, CompiledProtocol>();
const mostCompiled = 50;

/**
 * A version, ready to run.
 *
 * @throws Error when the territory has no such version, or its document is damaged
 */
export function compiledVersion(db: Db | Tx, territoryId: string, hash: string): CompiledProtocol {
	const known = compiled.get(hash);
	if (known) return known;

	const row = db
		.select({ document: protocolVersions.document })
		.from(protocolVersions)
		.where(and(eq(protocolVersions.territoryId, territoryId), eq(protocolVersions.hash, hash)))
		.get();
	const read = readProtocol(row && JSON.parse(row.document));
	if (!read.ok) throw new Error(`The version ${hash} cannot be read.`);
	if (compiled.size >= mostCompiled) compiled.clear();
	const ready = compileProtocol(read.protocol);
	compiled.set(hash, ready);
	return ready;
}
