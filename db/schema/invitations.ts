import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { knownName, token } from "./form.ts";
import { oneOf, yesOrNo } from "./one-of.ts";
import { duties, members, structures } from "./structures.ts";

/** In which quality somebody invites: for their structure, a territory, the instance, or the server. */
export const inviters = ["manager", "keeper", "administrator", "operator"] as const;

/** How an invitation ends before its time is over. */
export const invitationEnds = ["accepted", "withdrawn"] as const;

/**
 * A place in a structure that waits for somebody. The link that opens it is kept nowhere: only a
 * hash of its secret is here.
 */
export const invitations = sqliteTable(
	"invitations",
	{
		id: text("id").primaryKey(),
		/** SHA-256 of 256 random bits, base64url. */
		secretHash: text("secret_hash").notNull().unique(),
		structureId: text("structure_id")
			.notNull()
			.references(() => structures.id),
		/** What partners will see, such as "Référente A". */
		label: text("label").notNull(),
		reception: integer("reception", { mode: "boolean" }).notNull(),
		manager: integer("manager", { mode: "boolean" }).notNull(),
		duty: text("duty", { enum: duties }).notNull(),
		/** The only address that may take it, where the inviter gave one; forgotten at its end. */
		email: text("email"),
		inviter: text("inviter", { enum: inviters }).notNull(),
		/** The member who invites; null for the operator, on the server itself. */
		invitedBy: text("invited_by").references(() => members.id),
		createdAt: integer("created_at").notNull(),
		expiresAt: integer("expires_at").notNull(),
		end: text("end", { enum: invitationEnds }),
		endedAt: integer("ended_at"),
	},
	(row) => [
		index("invitations_structure").on(row.structureId, row.expiresAt),
		check("invitations_id_form", knownName(row.id)),
		check("invitations_secret_form", token(row.secretHash, 43)),
		check("invitations_reception", yesOrNo(row.reception)),
		check("invitations_manager", yesOrNo(row.manager)),
		check("invitations_duty", oneOf(row.duty, duties)),
		check("invitations_inviter", oneOf(row.inviter, inviters)),
		check(
			"invitations_invited_by",
			sql`(${row.invitedBy} is null) = (${row.inviter} = 'operator')`,
		),
		check("invitations_end", oneOf(row.end, invitationEnds)),
		check("invitations_ended", sql`(${row.end} is null) = (${row.endedAt} is null)`),
		check("invitations_email_forgotten", sql`${row.email} is null or ${row.end} is null`),
	],
);
