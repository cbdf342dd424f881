import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Db, Tx } from "./client.ts";
import { accounts, users } from "./schema/accounts.ts";

/** How better-auth's table of ways to sign in calls the provider of professional identities. */
export const providerId = "proconnect";

/**
 * What an account at a provider is called here: a hash of who vouches (`iss`) and of whom (`sub`).
 * Nothing else of the provider's words is kept, and never an address: whoever owns an address
 * there may not own it here.
 */
export function providerKey(issuer: string, subject: string): string {
	return createHash("sha256")
		.update(JSON.stringify([issuer, subject]))
		.digest("base64url");
}

/** Whose account here is linked to an account at the provider. */
export function providerOwner(db: Db | Tx, provider: string): string | undefined {
	return db
		.select({ userId: accounts.userId })
		.from(accounts)
		.innerJoin(users, eq(users.id, accounts.userId))
		.where(eq(accounts.id, rowIdOf(provider)))
		.get()?.userId;
}

/** Whether an account here is linked to one at the provider. */
export function isLinked(db: Db | Tx, userId: string): boolean {
	const row = db.select({ id: accounts.id }).from(accounts).where(linkOf(userId)).get();
	return row !== undefined;
}

/**
 * Links an account here with one at the provider, in place of the one that was linked before.
 *
 * @returns false when somebody else is linked with it already
 */
export function linkProvider(
	tx: Db | Tx,
	{ userId, provider }: { userId: string; provider: string },
	now: number,
): boolean {
	const owner = providerOwner(tx, provider);
	if (owner !== undefined) return owner === userId;
	unlinkProvider(tx, userId);
	const at = new Date(now);
	tx.insert(accounts)
		.values({
			id: rowIdOf(provider),
			accountId: provider,
			providerId,
			userId,
			createdAt: at,
			updatedAt: at,
		})
		.run();
	return true;
}

/** Cuts the link. */
export function unlinkProvider(tx: Db | Tx, userId: string): void {
	tx.delete(accounts).where(linkOf(userId)).run();
}

/** The primary key of the row, so that the store itself refuses a second owner. */
function rowIdOf(provider: string): string {
	return `${providerId}-${provider}`;
}

function linkOf(userId: string) {
	return and(eq(accounts.userId, userId), eq(accounts.providerId, providerId));
}
