import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { yesOrNo } from "./one-of.ts";

/*
 * The tables of better-auth, under the names it expects, and the count of wrong tries.
 * They know professionals only; no minor is ever here.
 */

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
	},
	(user) => [check("user_email_verified", yesOrNo(user.emailVerified))],
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
		ipAddress: text("ip_address"),
		userAgent: text("user_agent"),
		createdAt: instant("created_at").notNull(),
		updatedAt: instant("updated_at").notNull(),
	},
	(session) => [index("session_user").on(session.userId)],
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
	(account) => [index("account_user").on(account.userId)],
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
export const rateLimits = sqliteTable("rate_limit", {
	id: text("id").primaryKey(),
	key: text("key").notNull().unique(),
	count: integer("count").notNull(),
	lastRequest: integer("last_request").notNull(),
});

/** How often somebody tried a guessable secret since `startedAt`; the key is a keyed hash. */
export const tries = sqliteTable(
	"tries",
	{
		key: text("key").primaryKey(),
		count: integer("count").notNull(),
		startedAt: integer("started_at").notNull(),
	},
	(row) => [check("tries_count", sql`${row.count} >= 0`)],
);
