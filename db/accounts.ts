import { hashPassword } from "better-auth/crypto";
import type { Db, Tx } from "./client.ts";
import { accounts, users } from "./schema/accounts.ts";

/** A professional to be let in. Without a password, only another way of signing in lets them in. */
export type NewAccount = {
	id: string;
	email: string;
	name: string;
	password?: string;
	/** Milliseconds since 1970. */
	at: number;
};

/**
 * Makes an account, without any request: for the seed, the first accounts and invitations.
 *
 * @returns the user's id
 * @throws Error when the password has fewer than 15 characters
 * @throws SqliteError `SQLITE_CONSTRAINT_UNIQUE` when the address has an account already
 */
export async function createAccount(db: Db, account: NewAccount): Promise<string> {
	if (account.password !== undefined && account.password.length < 15) {
		throw new Error("A password has at least 15 characters.");
	}
	const hash = account.password === undefined ? undefined : await hashPassword(account.password);
	db.transaction((tx) => insertAccount(tx, account, hash), { behavior: "immediate" });
	return account.id;
}

/** Makes an account inside a transaction that is already open; the hash comes from better-auth. */
export function insertAccount(tx: Db | Tx, account: NewAccount, passwordHash?: string): void {
	const instants = { createdAt: new Date(account.at), updatedAt: new Date(account.at) };
	const email = account.email.trim().toLowerCase();
	tx.insert(users)
		.values({ id: account.id, name: account.name, email, ...instants })
		.run();
	if (passwordHash === undefined) return;
	tx.insert(accounts)
		.values({
			id: `${account.id}-password`,
			accountId: account.id,
			providerId: "credential",
			userId: account.id,
			password: passwordHash,
			...instants,
		})
		.run();
}
