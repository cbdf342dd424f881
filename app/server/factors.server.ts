import { and, count, eq, isNotNull } from "drizzle-orm";
import { accounts } from "#db/schema/accounts.ts";
import { backupCodes, codeSecrets, passkeys } from "#db/schema/factors.ts";
import type { Services } from "./services.server.ts";

/** What an account can prove itself with. */
export type Factors = {
	password: boolean;
	/** Linked to ProConnect. */
	provider: boolean;
	passkeys: number;
	/** A code application that has given its first code. */
	codes: boolean;
	backupCodes: number;
};

/** Reads what an account can prove itself with. */
export function factorsOf({ db }: Pick<Services, "db">, userId: string): Factors {
	const ways = db
		.select({ providerId: accounts.providerId })
		.from(accounts)
		.where(eq(accounts.userId, userId))
		.all()
		.map(({ providerId }) => providerId);
	const confirmed = and(eq(codeSecrets.userId, userId), isNotNull(codeSecrets.confirmedAt));
	return {
		password: ways.includes("credential"),
		provider: ways.includes("proconnect"),
		passkeys: rowsIn(db, passkeys, eq(passkeys.userId, userId)),
		codes: rowsIn(db, codeSecrets, confirmed) > 0,
		backupCodes: rowsIn(db, backupCodes, eq(backupCodes.userId, userId)),
	};
}

/** Whether there is something to ask for after a password; if not, one is enrolled first. */
export function hasSecondFactor({ passkeys, codes }: Factors): boolean {
	return passkeys > 0 || codes;
}

/** How many ways in would prove everything: a passkey alone, or codes after something else. */
export function completeWays({ passkeys, codes, password, provider }: Factors): number {
	return passkeys + (codes && (password || provider) ? 1 : 0);
}

function rowsIn(
	db: Services["db"],
	table: typeof passkeys | typeof codeSecrets | typeof backupCodes,
	where: ReturnType<typeof and>,
): number {
	return db.select({ rows: count() }).from(table).where(where).get()?.rows ?? 0;
}
