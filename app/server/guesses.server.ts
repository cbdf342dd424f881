import type { guessedSecrets } from "./guessed-secrets.ts";
import type { Services } from "./services.server.ts";
import { forgetTries, giveBackTry, type TriesLimit, takeTry } from "./tries.server.ts";

/** A secret that somebody could try to guess. */
export type GuessedSecret = (typeof guessedSecrets)[number];

/** Who tries: the account when it is known, and the network in any case. */
export type Guesser = { account?: string | undefined; network: string };

/** What came of a try. */
export type Guessed<Result> = { ok: true; value: Result } | { ok: false; code: GuessRefusal };

/** Why a try came to nothing. */
export type GuessRefusal = "wrong" | "too-many";

/** Wrong tries of one account, and of one network, before each waits. */
export const wrongTries = { most: 10, withinMs: 15 * 60 * 1000 };

/**
 * Runs the check of a guessable secret, unless this account or this network was wrong too often.
 * Every check goes through here, so that no other door counts less.
 *
 * @param check gives what the secret opens, or `undefined` when it is wrong
 */
export async function guess<Result>(
	services: Services,
	secret: GuessedSecret,
	{ account, network }: Guesser,
	check: () => Promise<Result | undefined>,
): Promise<Guessed<Result>> {
	const byNetwork = limitOf(secret, "network");
	const byAccount = limitOf(secret, "account");
	if (!takeTry(services, byNetwork, network)) return tooMany(services, secret);
	if (account !== undefined && !takeTry(services, byAccount, account)) {
		return tooMany(services, secret);
	}

	const value = await check();
	if (value === undefined) return { ok: false, code: "wrong" };
	giveBackTry(services, byNetwork, network);
	if (account !== undefined) forgetTries(services, byAccount, account);
	return { ok: true, value };
}

/** From which network a request comes; the process wrote it, no client can. */
export function networkBehind({ headers }: Pick<Request, "headers">): string {
	return headers.get("x-client-ip") ?? "unknown";
}

function limitOf(secret: GuessedSecret, whose: "account" | "network"): TriesLimit {
	return { purpose: `${secret}-of-${whose}`, ...wrongTries };
}

function tooMany(services: Services, secret: GuessedSecret): { ok: false; code: "too-many" } {
	services.log.warn({ event: "tries-refused", secret });
	return { ok: false, code: "too-many" };
}
