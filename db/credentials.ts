import { and, eq } from "drizzle-orm";
import type { Db, Tx } from "./client.ts";
import { unlinkProvider } from "./provider-links.ts";
import { accounts, users } from "./schema/accounts.ts";
import { backupCodes, codeSecrets, passkeys } from "./schema/factors.ts";

/** Sets the password of an account, whether it had one or not; the hash comes from better-auth. */
export function setPassword(tx: Tx, userId: string, password: string, now: number): void {
	const at = new Date(now);
	const own = and(eq(accounts.userId, userId), eq(accounts.providerId, "credential"));
	const { changes } = tx.update(accounts).set({ password, updatedAt: at }).where(own).run();
	if (changes > 0) return;
	tx.insert(accounts)
		.values({
			id: `${userId}-password`,
			accountId: userId,
			providerId: "credential",
			userId,
			password,
			createdAt: at,
			updatedAt: at,
		})
		.run();
}

/** Forgets everything that opens an account: until a new start, nothing does. */
export function forgetFactors(tx: Tx, userId: string): void {
	const own = and(eq(accounts.userId, userId), eq(accounts.providerId, "credential"));
	tx.delete(accounts).where(own).run();
	unlinkProvider(tx, userId);
	for (const table of [passkeys, codeSecrets, backupCodes]) {
		tx.delete(table).where(eq(table.userId, userId)).run();
	}
}

/** What others know of somebody, which their password must not be made of. */
export function wordsAbout(db: Db, userId: string): string[] {
	const row = db
		.select({ name: users.name, email: users.email })
		.from(users)
		.where(eq(users.id, userId))
		.get();
	return row ? [row.name, row.email] : [];
}
