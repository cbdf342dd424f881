import { forgetPasskeys, passkeysOf } from "#db/passkeys.ts";
import { forgetBackupCodes, newBackupCodes } from "./backup-codes.server.ts";
import { forgetCodes } from "./codes.server.ts";
import { completeWays, type Factors, factorsOf } from "./factors.server.ts";
import type { Guessed } from "./guesses.server.ts";
import type { Entry } from "./member.server.ts";
import { guessFirstCode } from "./second-factors.server.ts";
import type { Services } from "./services.server.ts";
import { noteEntry } from "./sessions.server.ts";

/** A factor that its owner may take away. */
export type OwnFactor = { kind: "codes" } | { kind: "passkey"; id: string };

/**
 * Takes the first code of an application: from now on it is a factor.
 *
 * @returns the codes to keep on paper, shown this once
 */
export async function confirmCodes(
	services: Services,
	request: Request,
	entry: Entry,
	code: string,
): Promise<Guessed<string[]>> {
	const { userId } = entry.session;
	const guessed = await guessFirstCode(services, request, userId, code);
	if (!guessed.ok) return guessed;
	noteFactorChange(services, entry);
	return { ok: true, value: newBackupCodes(services, userId) };
}

/** Makes new codes to keep on paper, in place of those that were left. */
export function renewBackupCodes(services: Services, entry: Entry): string[] {
	noteFactorChange(services, entry);
	return newBackupCodes(services, entry.session.userId);
}

/** Takes a factor away, unless nothing would be left that proves everything. */
export function removeFactor(
	services: Services,
	entry: Entry,
	factor: OwnFactor,
): "removed" | "last" | "absent" {
	const { userId } = entry.session;
	return services.db.transaction(
		() => {
			const before = factorsOf(services, userId);
			if (!holds(services, userId, before, factor)) return "absent";
			const after = without(before, factor);
			if (completeWays(after) === 0 && !entry.member.demonstration) return "last";
			if (factor.kind === "passkey") forgetPasskeys(services.db, userId, factor.id);
			else {
				forgetCodes(services, userId);
				forgetBackupCodes(services, userId);
			}
			noteFactorChange(services, entry);
			return "removed";
		},
		{ behavior: "immediate" },
	);
}

/** Keeps in the trail that somebody changed what they prove themselves with. */
export function noteFactorChange(services: Services, { member }: Entry): void {
	const { memberId: actor, structureId, visit } = member;
	noteEntry(services, { actor, structureId, act: "FACTOR_CHANGED", visit });
}

function holds({ db }: Services, userId: string, { codes }: Factors, factor: OwnFactor): boolean {
	return factor.kind === "codes"
		? codes
		: passkeysOf(db, userId).some(({ id }) => id === factor.id);
}

function without(factors: Factors, { kind }: OwnFactor): Factors {
	return kind === "codes"
		? { ...factors, codes: false }
		: { ...factors, passkeys: factors.passkeys - 1 };
}
