import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { users } from "./accounts.ts";
import { between, mostEntries, token } from "./form.ts";
import { oneOf } from "./one-of.ts";

/*
 * What professionals prove themselves with, beside the password that better-auth keeps.
 * Nothing here was written freely: keys have a number, not a name.
 */

/** Where a passkey lives: in this device, or in one that is held to it. */
export const attachments = ["platform", "cross-platform", "unknown"] as const;

/** The roads to an authenticator that WebAuthn knows; a browser's own words are not kept. */
export const transports = [
	"ble",
	"cable",
	"hybrid",
	"internal",
	"nfc",
	"smart-card",
	"usb",
] as const;

/** What a challenge may be answered for; an answer to one is none to another. */
export const challengePurposes = ["sign-in", "enrol", "confirm"] as const;

/** Why a session ended before its owner ended it in that browser. */
export const sessionEnds = [
	"idle",
	"absolute",
	"replaced",
	"ended-elsewhere",
	"factors-changed",
	"account-changed",
] as const;

/** A passkey: the public half of a pair of keys that never leaves somebody's device. */
export const passkeys = sqliteTable(
	"passkeys",
	{
		id: text("id").primaryKey(),
		userId: text("user_id")
			.notNull()
			.references(() => users.id, { onDelete: "cascade" }),
		/** What it is called: the keys of an account are counted from 1. */
		number: integer("number").notNull(),
		credentialId: text("credential_id").notNull().unique(),
		publicKey: text("public_key").notNull(),
		/** How often the authenticator says that it signed; one that goes back was copied. */
		counter: integer("counter").notNull(),
		attachment: text("attachment", { enum: attachments }).notNull(),
		/** Words of `transports`, separated by commas. */
		transports: text("transports").notNull(),
		createdAt: integer("created_at").notNull(),
		lastUsedAt: integer("last_used_at"),
	},
	(key) => [
		uniqueIndex("passkeys_user_number").on(key.userId, key.number),
		check("passkeys_number", between(key.number, 1, 1000)),
		// WebAuthn counts signatures in 32 bits.
		check("passkeys_counter", between(key.counter, 0, 4_294_967_295)),
		check("passkeys_attachment", oneOf(key.attachment, attachments)),
		check("passkeys_transports", sql`${key.transports} not glob '*[^a-z,-]*'`),
	],
);

/** The secret that a code application shares with us, encrypted; at most one an account. */
export const codeSecrets = sqliteTable(
	"code_secrets",
	{
		userId: text("user_id")
			.primaryKey()
			.references(() => users.id, { onDelete: "cascade" }),
		secret: text("secret").notNull(),
		createdAt: integer("created_at").notNull(),
		/** When its first code was given; until then it proves nothing. */
		confirmedAt: integer("confirmed_at"),
		/** The half-minute of the last code that was taken: no code of it or before is taken again. */
		lastStep: integer("last_step").notNull().default(0),
	},
	(row) => [check("code_secrets_last_step", between(row.lastStep, 0, mostEntries))],
);

/** A code on paper for the day when the telephone is lost: a keyed hash, gone once it is used. */
export const backupCodes = sqliteTable(
	"backup_codes",
	{
		hash: text("hash").primaryKey(),
		userId: text("user_id")
			.notNull()
			.references(() => users.id, { onDelete: "cascade" }),
	},
	(row) => [
		index("backup_codes_user").on(row.userId),
		check("backup_codes_hash_form", token(row.hash, 43)),
	],
);

/** What a passkey is asked to sign: a hash of it, for five minutes, for one answer. */
export const challenges = sqliteTable(
	"challenges",
	{
		hash: text("hash").primaryKey(),
		purpose: text("purpose", { enum: challengePurposes }).notNull(),
		/** Who is asked; nobody yet at the door. */
		userId: text("user_id").references(() => users.id, { onDelete: "cascade" }),
		expiresAt: integer("expires_at").notNull(),
	},
	(row) => [
		index("challenges_expires_at").on(row.expiresAt),
		check("challenges_hash_form", token(row.hash, 43)),
		check("challenges_purpose", oneOf(row.purpose, challengePurposes)),
	],
);

/** Why a session is over, for twelve hours: the browser that had it is told at the door. */
export const endedSessions = sqliteTable(
	"ended_sessions",
	{
		tokenHash: text("token_hash").primaryKey(),
		reason: text("reason", { enum: sessionEnds }).notNull(),
		endedAt: integer("ended_at").notNull(),
	},
	(row) => [
		index("ended_sessions_ended_at").on(row.endedAt),
		check("ended_sessions_token_hash_form", token(row.tokenHash, 43)),
		check("ended_sessions_reason", oneOf(row.reason, sessionEnds)),
	],
);
