import { sql } from "drizzle-orm";
import { check, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { between, instant, protocolName } from "./form.ts";
import { oneOf, yesOrNo } from "./one-of.ts";
import { structures } from "./structures.ts";
import { territories } from "./territories.ts";

/** Most signatures that a territory may ask for. */
export const mostSignatures = 500;

/** Who must sign: every structure that holds a role of the protocol, or those that were chosen. */
export const signatureScopes = ["everyone", "chosen"] as const;

/** How a territory agrees on its protocols; the defaults hold where there is no row. */
export const signatureRules = sqliteTable(
	"signature_rules",
	{
		territoryId: text("territory_id")
			.primaryKey()
			.references(() => territories.id),
		scope: text("scope", { enum: signatureScopes }).notNull(),
		least: integer("least"),
		reservationBlocks: integer("reservation_blocks", { mode: "boolean" }).notNull(),
		since: integer("since").notNull(),
	},
	(row) => [
		check("signature_rules_scope", oneOf(row.scope, signatureScopes)),
		check(
			"signature_rules_least_range",
			sql`${row.least} is null or ${between(row.least, 1, mostSignatures)}`,
		),
		check("signature_rules_reservation_blocks", yesOrNo(row.reservationBlocks)),
		check("signature_rules_since_range", instant(row.since)),
	],
);

/** A role whose holders must sign in a territory. */
export const signingRoles = sqliteTable(
	"signing_roles",
	{
		territoryId: text("territory_id")
			.notNull()
			.references(() => territories.id),
		roleId: text("role_id").notNull(),
	},
	(row) => [
		primaryKey({ columns: [row.territoryId, row.roleId] }),
		check("signing_roles_role_form", protocolName(row.roleId)),
	],
);

/** A structure that must sign in a territory, whatever roles it holds. */
export const signingStructures = sqliteTable(
	"signing_structures",
	{
		territoryId: text("territory_id")
			.notNull()
			.references(() => territories.id),
		structureId: text("structure_id")
			.notNull()
			.references(() => structures.id),
	},
	(row) => [primaryKey({ columns: [row.territoryId, row.structureId] })],
);
