import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { hexadecimal, protocolName } from "./form.ts";
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
	},
	(version) => [
		primaryKey({ columns: [version.territoryId, version.hash] }),
		index("protocol_versions_protocol").on(version.territoryId, version.protocolId),
		check("protocol_versions_hash_form", hexadecimal(version.hash)),
		check("protocol_versions_protocol_id_form", protocolName(version.protocolId)),
		check("protocol_versions_status", oneOf(version.status, versionStatuses)),
	],
);
