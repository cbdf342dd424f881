import { recordAudit } from "#db/audit.ts";
import { looksLikeBackupCode, takeBackupCode } from "./backup-codes.server.ts";
import { momentOf } from "./casework.server.ts";
import { takeCode } from "./codes.server.ts";
import { type Guessed, guess, networkBehind } from "./guesses.server.ts";
import { claimedAccount, takePasskey } from "./passkeys.server.ts";
import type { Services } from "./services.server.ts";

/** What a code was of. */
export type CodeSource = "application" | "paper";

/**
 * Takes a code of somebody's application, or one that they kept on paper.
 *
 * @param counted `proof` for who is in already
 */
export function guessCode(
	services: Services,
	request: Request,
	userId: string,
	typed: string,
	counted: "code" | "proof" = "code",
): Promise<Guessed<CodeSource>> {
	const guesser = { account: userId, network: networkBehind(request) };
	return guess(services, counted, guesser, async () => {
		if (looksLikeBackupCode(typed)) {
			if (!takeBackupCode(services, userId, typed)) return undefined;
			// Whoever reads the trail sees that somebody came in without their telephone.
			recordAudit(services.db, momentOf(services), { actor: userId, act: "FACTOR_RECOVERED" });
			return "paper";
		}
		const taken = await takeCode(services, userId, typed.replaceAll(/\s/g, ""));
		return taken ? "application" : undefined;
	});
}

/** Takes the first code of an application that is being set up. */
export function guessFirstCode(
	services: Services,
	request: Request,
	userId: string,
	typed: string,
): Promise<Guessed<true>> {
	const guesser = { account: userId, network: networkBehind(request) };
	return guess(services, "code", guesser, async () => {
		const code = typed.replaceAll(/\s/g, "");
		return (await takeCode(services, userId, code, true)) || undefined;
	});
}

/**
 * Takes the signature of a passkey.
 *
 * @param userId whose key it must be; anybody's at the door
 * @returns the account that it opens
 */
export function guessPasskey(
	services: Services,
	request: Request,
	sent: string,
	userId?: string,
): Promise<Guessed<string>> {
	const account = userId ?? claimedAccount(services, sent);
	const guesser = { account, network: networkBehind(request) };
	return guess(services, "passkey", guesser, () => takePasskey(services, sent, userId));
}
