import type { ActionFunctionArgs } from "@remix-run/node";
import { textKey } from "#app/i18n/text-key.ts";
import { newFormKey, recordCommand } from "#app/server/casework.server.ts";
import { guess, networkBehind, wrongTries } from "#app/server/guesses.server.ts";
import { noteLock } from "#app/server/lock-alerts.server.ts";
import { matchNumber } from "#db/handoff-matching.ts";
import type { ActAnswers } from "./act-form.schema.ts";
import type { openAct } from "./open-act.server.ts";

type Opened = Awaited<ReturnType<typeof openAct>>;

/** What to say beside a number that is not that of the line. */
export type Mismatch = { errors: Record<string, string[]>; status: 422 | 429 };

/**
 * Compares the number that was heard and typed with that of the line. A slip of the hand is noticed
 * by itself and counts for nothing; another number is counted, and too many of them stop the search
 * and are told to the sender.
 *
 * @returns undefined when it is that of the line, or when nothing is asked
 */
export async function mismatchOf(
	args: ActionFunctionArgs,
	opened: Opened,
	answers: ActAnswers,
): Promise<Mismatch | undefined> {
	const typed = answers.number;
	const asked = opened.form.fields.some(({ kind }) => kind === "pairing");
	// What cannot be done now is refused as such: its number says nothing any more.
	if (!asked || opened.refusal || typeof typed !== "string") return undefined;
	const { own, member, services } = opened;
	const matched = matchNumber(own, typed);
	if (matched === "wrong-check") return wrong("handoffs:pairing.wrongCheck", 422);

	const guesser = { account: member.memberId, network: networkBehind(args.request) };
	const guessed = await guess(services, "handoff-number", guesser, async () =>
		matched === "same" ? true : undefined,
	);
	if (guessed.ok) return undefined;
	if (guessed.code === "wrong") return wrong("handoffs:pairing.other", 422);
	await tellSender(args, opened);
	return wrong("handoffs:pairing.tooMany", 429);
}

function wrong(key: Parameters<typeof textKey>[0], status: Mismatch["status"]): Mismatch {
	return { errors: { number: [textKey(key)] }, status };
}

/** Too many numbers: the sender calls again, and the trail keeps it. Once, however often they are tried. */
async function tellSender(args: ActionFunctionArgs, opened: Opened): Promise<void> {
	const { own, member, acting, page, services, unmatched } = opened;
	const { situationPk, handoffId } = own;
	const { withinMs } = wrongTries;
	noteLock(services, member, { act: "NUMBER_LOCKED", withinMs, situationPk, handoffId });
	if (unmatched?.why === "TOO_MANY_TRIES") return;
	await recordCommand({ args, member, key: newFormKey(services) }, situationPk, {
		type: "act-on-handoff",
		acting,
		seen: page.seen,
		handoff: handoffId,
		act: "NOT_MATCHED",
		codes: { mismatch: "TOO_MANY_TRIES" },
	});
}
