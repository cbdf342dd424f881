import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { AnyRefusal } from "#app/features/refusals/refusal-text.ts";
import { type StepAnswers, stepForm } from "#app/features/situations/step-form.schema.ts";
import { type CorrectionPage, correctionPage } from "#db/correction-page.ts";
import { situationOf } from "#db/history.ts";
import { placed } from "#protocols/casework/situation.ts";
import type { Answers } from "#protocols/language/vocabulary/answers.ts";
import { caseworkFields, recordCommand } from "./casework.server.ts";
import { parseForm } from "./forms.server.ts";
import { notFound } from "./not-found.server.ts";
import type { Approach } from "./situations.server.ts";
import { answersTo } from "./step-answers.server.ts";

type Sent = Record<string, string | string[]>;

/** What became of a correction. */
export type Corrected =
	| { type: "recorded" }
	| { type: "incomplete"; errors: Record<string, string[]>; values: Sent }
	| { type: "refused"; refusal: AnyRefusal; values: Sent };

/**
 * The entry that the address names.
 *
 * @throws Response 404 when it is not one's own, or is none
 */
export function correctionAsked(
	{ params, context }: LoaderFunctionArgs | ActionFunctionArgs,
	{ own, reading }: Approach,
): CorrectionPage {
	const position = Number(params.position);
	return correctionPage(context.services.db, own, reading.scope, position) ?? notFound();
}

/** Records the correction of an entry; the outcome goes with it only where it changed. */
export async function correctEntry(
	args: ActionFunctionArgs,
	{ member, own, reading }: Approach,
	page: CorrectionPage,
): Promise<Corrected> {
	const closing = page.outcomes.filter(({ leads }) => leads.at === "closed");
	const shape = {
		questions: page.questions,
		outcomes: page.outcomes.map(({ code }) => code),
		closing: closing.map(({ code }) => code),
	};
	const form = await parseForm(args.request, stepForm(shape).safeExtend(caseworkFields));
	if (!form.ok) return { type: "incomplete", errors: form.errors, values: form.values };

	const {
		key,
		seen,
		confirm: _,
		...sent
	} = form.data as StepAnswers & {
		key: string;
		seen: number;
	};
	const { outcome, ...given } = sent;
	const changed = outcome !== page.outcome ? outcome : undefined;
	const { db } = args.context.services;
	const { step } = placed(situationOf(db, own.situationPk), page.stepId);
	const answers: Answers = outcome === undefined ? given : answersTo(step, outcome, given);
	const recorded = await recordCommand({ args, member, key }, own.situationPk, {
		type: "correct-entry",
		acting: reading.acting,
		seen,
		of: page.position,
		answers,
		...(changed ? { outcome: changed } : {}),
	});
	if (recorded.recorded) return { type: "recorded" };
	return { type: "refused", refusal: recorded.refusal, values: sent as Sent };
}
