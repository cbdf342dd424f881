import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "./accounts.ts";
import { instant, token } from "./form.ts";
import { oneOf } from "./one-of.ts";
import { members } from "./structures.ts";

/** What was lost: the password alone, or what proves more than it. */
export const recoveryKinds = ["password", "factors"] as const;

/** Why a way back in is needed; nobody writes it in their own words. */
export const recoveryReasons = ["forgotten", "lost", "stolen", "broken", "replaced"] as const;

/** How a recovery ends before its time is over. */
export const recoveryEnds = ["used", "withdrawn"] as const;

/**
 * A way back into an account, opened by colleagues: one for a password, two for what proves more
 * than it. The link is kept nowhere: only a hash of its secret is here, once it was given.
 */
export const recoveries = sqliteTable(
	"recoveries",
	{
		id: text("id").primaryKey(),
		userId: text("user_id")
			.notNull()
			.references(() => users.id, { onDelete: "cascade" }),
		kind: text("kind", { enum: recoveryKinds }).notNull(),
		reason: text("reason", { enum: recoveryReasons }).notNull(),
		askedBy: text("asked_by")
			.notNull()
			.references(() => members.id),
		askedAt: integer("asked_at").notNull(),
		/** The second person, where two are needed. */
		agreedBy: text("agreed_by").references(() => members.id),
		agreedAt: integer("agreed_at"),
		/** SHA-256 of 256 random bits, base64url; null until the link was given. */
		secretHash: text("secret_hash").unique(),
		expiresAt: integer("expires_at").notNull(),
		end: text("end", { enum: recoveryEnds }),
		endedAt: integer("ended_at"),
	},
	(row) => [
		index("recoveries_user").on(row.userId, row.expiresAt),
		check("recoveries_id_form", token(row.id)),
		check("recoveries_kind", oneOf(row.kind, recoveryKinds)),
		check("recoveries_reason", oneOf(row.reason, recoveryReasons)),
		check("recoveries_asked_at_form", instant(row.askedAt)),
		check("recoveries_agreed_at_form", sql`${row.agreedAt} is null or ${instant(row.agreedAt)}`),
		check("recoveries_agreed", sql`(${row.agreedBy} is null) = (${row.agreedAt} is null)`),
		check(
			"recoveries_secret_form",
			sql`${row.secretHash} is null or (${token(row.secretHash, 43)})`,
		),
		// No link to new factors without a second person, and no person is two.
		check(
			"recoveries_two_people",
			sql`${row.kind} = 'password' or ${row.secretHash} is null or ${row.agreedBy} is not null`,
		),
		check(
			"recoveries_not_alone",
			sql`${row.agreedBy} is null or ${row.agreedBy} <> ${row.askedBy}`,
		),
		check("recoveries_expires_at_form", instant(row.expiresAt)),
		check("recoveries_end", sql`${row.end} is null or ${oneOf(row.end, recoveryEnds)}`),
		check("recoveries_ended", sql`(${row.end} is null) = (${row.endedAt} is null)`),
		check("recoveries_ended_at_form", sql`${row.endedAt} is null or ${instant(row.endedAt)}`),
	],
);
