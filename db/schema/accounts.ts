import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { between, knownName, mostEntries, token } from "./form.ts";
import { oneOf, yesOrNo } from "./one-of.ts";

/*
 * The tables of better-auth, under the names it expects, and the count of wrong tries.
 * They know professionals only; no minor is ever here.
 */

/** How a session was begun. */
export const signInWays = [
	"password",
	"passkey",
	"proconnect",
	"invitation",
	"recovery",
	"demonstration",
] as const;

/** How much a session has proved: one factor, which opens nothing, or all that is asked. */
export const proofs = ["first", "full"] as const;

/** What a browser runs on, in one coarse word. */
export const systems = ["windows", "mac", "linux", "android", "ios", "other"] as const;

/** Whose browser it is, in one coarse word. */
export const browsers = ["firefox", "chrome", "edge", "safari", "other"] as const;

const instant = (name: string) => integer(name, { mode: "timestamp_ms" });

/** A professional who may sign in. */
export const users = sqliteTable(
	"user",
	{
		id: text("id").primaryKey(),
		name: text("name").notNull(),
		email: text("email").notNull().unique(),
		emailVerified: integer("email_verified", { mode: "boolean" }).notNull().default(false),
		image: text("image"),
		createdAt: instant("created_at").notNull(),
		updatedAt: instant("updated_at").notNull(),
		/** The day when they were last seen, counted from 1970: no hour is kept. */
		seenDay: integer("seen_day"),
		/** Since when everything personal is gone: the id alone stays, for history to be readable. */
		deletedAt: integer("deleted_at"),
	},
	(user) => [
		check("user_id_form", knownName(user.id)),
		check("user_email_verified", yesOrNo(user.emailVerified)),
		check("user_image", sql`${user.image} is null`),
		check("user_seen_day_range", between(user.seenDay, 0, 50_000)),
	],
);

/** A browser that is signed in; `updatedAt` is the last time it was seen. */
export const sessions = sqliteTable(
	"session",
	{
		id: text("id").primaryKey(),
		token: text("token").notNull().unique(),
		userId: text("user_id")
			.notNull()
			.references(() => users.id, { onDelete: "cascade" }),
		expiresAt: instant("expires_at").notNull(),
		/** better-auth wants the columns; no address and no browser's own words are ever kept. */
		ipAddress: text("ip_address"),
		userAgent: text("user_agent"),
		createdAt: instant("created_at").notNull(),
		updatedAt: instant("updated_at").notNull(),
		way: text("way", { enum: signInWays }).notNull().default("password"),
		proof: text("proof", { enum: proofs }).notNull().default("first"),
		/** When the person last proved who they are, beyond a password alone. */
		provedAt: instant("proved_at"),
		/** Since when the screen is locked. */
		lockedAt: instant("locked_at"),
		system: text("system", { enum: systems }).notNull().default("other"),
		browser: text("browser", { enum: browsers }).notNull().default("other"),
	},
	(session) => [
		index("session_user").on(session.userId),
		check("session_ip_address", sql`${session.ipAddress} is null`),
		check("session_user_agent", sql`${session.userAgent} is null`),
		check("session_way", oneOf(session.way, signInWays)),
		check("session_proof", oneOf(session.proof, proofs)),
		check("session_system", oneOf(session.system, systems)),
		check("session_browser", oneOf(session.browser, browsers)),
	],
);

/** A way to sign in as a user: here a password, kept as a slow hash. */
export const accounts = sqliteTable(
	"account",
	{
		id: text("id").primaryKey(),
		accountId: text("account_id").notNull(),
		providerId: text("provider_id").notNull(),
		userId: text("user_id")
			.notNull()
			.references(() => users.id, { onDelete: "cascade" }),
		accessToken: text("access_token"),
		refreshToken: text("refresh_token"),
		idToken: text("id_token"),
		accessTokenExpiresAt: instant("access_token_expires_at"),
		refreshTokenExpiresAt: instant("refresh_token_expires_at"),
		scope: text("scope"),
		password: text("password"),
		createdAt: instant("created_at").notNull(),
		updatedAt: instant("updated_at").notNull(),
	},
	(account) => [
		index("account_user").on(account.userId),
		check("account_access_token", sql`${account.accessToken} is null`),
		check("account_refresh_token", sql`${account.refreshToken} is null`),
		check("account_id_token", sql`${account.idToken} is null`),
		check("account_scope", sql`${account.scope} is null`),
	],
);

/** A single-use secret that was sent to somebody. */
export const verifications = sqliteTable(
	"verification",
	{
		id: text("id").primaryKey(),
		identifier: text("identifier").notNull(),
		value: text("value").notNull(),
		expiresAt: instant("expires_at").notNull(),
		createdAt: instant("created_at").notNull(),
		updatedAt: instant("updated_at").notNull(),
	},
	(verification) => [index("verification_identifier").on(verification.identifier)],
);

/** How often a network called better-auth lately. */
export const rateLimits = sqliteTable(
	"rate_limit",
	{
		id: text("id").primaryKey(),
		key: text("key").notNull().unique(),
		count: integer("count").notNull(),
		lastRequest: integer("last_request").notNull(),
	},
	(row) => [check("rate_limit_count_range", between(row.count, 0, mostEntries))],
);

/** How often somebody tried a guessable secret since `startedAt`; the key is a keyed hash. */
export const tries = sqliteTable(
	"tries",
	{
		key: text("key").primaryKey(),
		count: integer("count").notNull(),
		startedAt: integer("started_at").notNull(),
	},
	(row) => [
		check("tries_key_form", token(row.key, 43)),
		check("tries_count", between(row.count, 0, mostEntries)),
	],
);
