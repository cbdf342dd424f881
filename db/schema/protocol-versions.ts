import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { hexadecimal, knownName, protocolName } from "./form.ts";
import { oneOf } from "./one-of.ts";
import { territories } from "./territories.ts";

export const versionStatuses = ["draft", "consultation", "published", "retired"] as const;

/** A version of a protocol in a territory: immutable once published, named by its own SHA-256. */
export const protocolVersions = sqliteTable(
	"protocol_versions",
	{
		territoryId: text("territory_id")
			.notNull()
			.references(() => territories.id),
		/** SHA-256 of the canonical JSON, in hexadecimal. */
		hash: text("hash").notNull(),
		protocolId: text("protocol_id").notNull(),
		status: text("status", { enum: versionStatuses }).notNull(),
		/** The document, as canonical JSON. */
		document: text("document").notNull(),
		publishedAt: integer("published_at"),
		/** To whom it owes its beginning, whatever becomes of the draft: a model of the catalogue, */
		modelId: text("model_id"),
		/** or an earlier version, */
		baseHash: text("base_hash"),
		/** of the territory that shared it. */
		sharedBy: text("shared_by"),
	},
	(version) => [
		primaryKey({ columns: [version.territoryId, version.hash] }),
		index("protocol_versions_protocol").on(version.territoryId, version.protocolId),
		check("protocol_versions_hash_form", hexadecimal(version.hash)),
		check("protocol_versions_protocol_id_form", protocolName(version.protocolId)),
		check("protocol_versions_status", oneOf(version.status, versionStatuses)),
		check(
			"protocol_versions_model_id_form",
			sql`${version.modelId} is null or (${protocolName(version.modelId)})`,
		),
		check(
			"protocol_versions_base_hash_form",
			sql`${version.baseHash} is null or (${hexadecimal(version.baseHash)})`,
		),
		check(
			"protocol_versions_shared_by_form",
			sql`${version.sharedBy} is null or (${knownName(version.sharedBy)})`,
		),
		check(
			"protocol_versions_one_beginning",
			sql`${version.baseHash} is null or ${version.modelId} is null`,
		),
		check(
			"protocol_versions_shared_version",
			sql`${version.sharedBy} is null or ${version.baseHash} is not null`,
		),
	],
);
