import { check, foreignKey, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { hexadecimal, instant } from "./form.ts";
import { protocolVersions } from "./protocol-versions.ts";
import { members } from "./structures.ts";

/**
 * The versions that a territory lets the other territories of the instance read and start from.
 * What is shared is what was agreed and published, never a draft.
 */
export const sharedProtocols = sqliteTable(
	"shared_protocols",
	{
		territoryId: text("territory_id").notNull(),
		hash: text("hash").notNull(),
		sharedAt: integer("shared_at").notNull(),
		sharedBy: text("shared_by")
			.notNull()
			.references(() => members.id),
	},
	(row) => [
		primaryKey({ columns: [row.territoryId, row.hash] }),
		foreignKey({
			columns: [row.territoryId, row.hash],
			foreignColumns: [protocolVersions.territoryId, protocolVersions.hash],
		}),
		check("shared_protocols_hash_form", hexadecimal(row.hash)),
		check("shared_protocols_shared_at", instant(row.sharedAt)),
	],
);
