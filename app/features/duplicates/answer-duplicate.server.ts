import type { ActionFunctionArgs } from "@remix-run/node";
import { type TextKey, textKey } from "#app/i18n/text-key.ts";
import { guess, networkBehind, wrongTries } from "#app/server/guesses.server.ts";
import { noteLock } from "#app/server/lock-alerts.server.ts";
import type { Approach } from "#app/server/situations.server.ts";
import { atSituation } from "#db/duplicate-page.ts";
import { pairingDigits, takePairing } from "#db/pairings.ts";
import { tidyDigits } from "#db/pseudonyms/digits.ts";

/** What to say beside a number that leads nowhere. */
export type NotTaken = { errors: { number: string[] }; status: 422 | 429 };

/**
 * Takes the number that somebody heard, unless they, or their network, were wrong too often.
 *
 * @returns undefined when both are there; else the same words for every number that leads nowhere
 */
export async function takeHeard(
	args: ActionFunctionArgs,
	{ own, member, reading }: Approach,
	typed: string,
): Promise<NotTaken | undefined> {
	const { services } = args.context;
	const number = tidyDigits(typed, pairingDigits);
	if (number === undefined) return refused("duplicates:take.malformed", 422);

	const guesser = { account: member.memberId, network: networkBehind(args.request) };
	const at = atSituation(own, reading);
	const guessed = await guess(services, "pairing-number", guesser, async () =>
		takePairing(services.db, at, number, reading.moment) ? true : undefined,
	);
	if (guessed.ok) return undefined;
	if (guessed.code === "wrong") return refused("duplicates:take.nowhere", 422);
	const { withinMs } = wrongTries;
	noteLock(services, member, { act: "NUMBER_LOCKED", withinMs, situationPk: own.situationPk });
	return refused("duplicates:take.tooMany", 429);
}

function refused(key: TextKey, status: NotTaken["status"]): NotTaken {
	return { errors: { number: [textKey(key)] }, status };
}
