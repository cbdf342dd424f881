import type { FieldCode } from "#protocols/language/vocabulary/fields.ts";
import { answersRefusal, asFacts } from "./answers.ts";
import type { CorrectEntry } from "./commands.ts";
import type { Refusal } from "./refusal.ts";
import type { Circumstances, Entry, Situation } from "./situation.ts";
import { answerRefusal, discardDrafts } from "./step-answer.ts";
import { addEvent, type Decision, finish, refuse } from "./story.ts";

/**
 * Decides on the correction of a wrong entry: a new event, the old one stays in the history.
 *
 * Answers can be corrected at any time by the structure that gave them; the outcome only while
 * nothing else has followed, because others may have acted on it since.
 */
export function decideCorrection(
	situation: Situation,
	command: CorrectEntry,
	circumstances: Circumstances,
): Decision {
	const { acting, seen, of, outcome, answers } = command;
	const entry = situation.entries.find(({ position }) => position === of);
	const refusal =
		(situation.status === "closed" ? ({ code: "situation-closed" } as const) : undefined) ??
		(seen < situation.latestAct ? ({ code: "moved-on" } as const) : undefined) ??
		(entry?.by === acting.structure ? undefined : ({ code: "not-your-entry" } as const)) ??
		(entry && contentRefusal(situation, entry, command));
	if (refusal || !entry) return refuse(refusal ?? { code: "not-your-entry" });

	const who = { at: circumstances.now, by: acting.structure, actor: acting.actor };
	const { step } = entry;
	const draft = {
		type: "entry-corrected",
		...who,
		of,
		step,
		answers: asFacts(answers),
		...(outcome ? { outcome } : {}),
	} as const;
	const corrected = addEvent({ situation, events: [] }, draft, circumstances);
	const closed = corrected.situation.status === "closed";
	return finish(closed ? discardDrafts(corrected, circumstances) : corrected, circumstances);
}

function contentRefusal(
	situation: Situation,
	entry: Entry,
	{ acting, of, outcome, answers }: CorrectEntry,
): Refusal | undefined {
	if (outcome === undefined) {
		return answersRefusal(answers, Object.keys(entry.answers) as FieldCode[]);
	}
	const slip = situation.beforeLatestAnswer;
	if (slip?.position !== of) return { code: "too-late-to-change-outcome" };
	const again = { type: "answer-step", acting, step: entry.step, outcome, answers } as const;
	return answerRefusal(slip.situation, { ...again, seen: slip.situation.latestAct });
}
