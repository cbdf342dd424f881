import type { ActionFunctionArgs } from "@remix-run/node";
import type { AnyRefusal } from "#app/features/refusals/refusal-text.ts";
import { type StepAnswers, stepForm } from "#app/features/situations/step-form.schema.ts";
import type { StepPage } from "#db/step-page.ts";
import { questionsOf } from "#protocols/casework/answers.ts";
import type { AnswerStep } from "#protocols/casework/commands.ts";
import { placed } from "#protocols/casework/situation.ts";
import { answerRefusal, outcomeOf } from "#protocols/casework/step-answer.ts";
import type { Step } from "#protocols/language/step.ts";
import type { Answers } from "#protocols/language/vocabulary/answers.ts";
import { caseworkFields, recordCommand } from "./casework.server.ts";
import { parseForm } from "./forms.server.ts";
import { requireFreshProof } from "./proof.server.ts";
import type { Approach } from "./situations.server.ts";

type Sent = Record<string, string | string[]>;
type Errors = Record<string, string[]>;

/** What became of an answer: recorded, to be looked at once more, or why not. */
export type Answered =
	| { type: "recorded" }
	| { type: "look"; outcome: string; values: Sent; errors: Errors; status: 200 | 422 | 429 }
	| { type: "change"; values: Sent }
	| { type: "incomplete"; errors: Errors; values: Sent }
	| { type: "refused"; refusal: AnyRefusal; values: Sent };

/** Takes the answer to a step: checks it, asks for a last look where it cannot be undone, records it. */
export async function answerStep(
	args: ActionFunctionArgs,
	approach: Approach,
	page: StepPage,
): Promise<Answered> {
	const shape = {
		questions: page.questions,
		outcomes: page.outcomes.map(({ code }) => code),
		closing: page.outcomes.filter(({ leads }) => leads.at === "closed").map(({ code }) => code),
	};
	const proved = await requireFreshProof(args);
	const form = await parseForm(proved.args.request, stepForm(shape).safeExtend(caseworkFields));
	if (!form.ok) return { type: "incomplete", errors: form.errors, values: form.values };

	const { key, seen, confirm, ...sent } = form.data as StepAnswers & { key: string; seen: number };
	const values = sent as Sent;
	if (confirm === "no") return { type: "change", values };

	const { situation } = page;
	const { step } = placed(situation, page.step.id);
	const command = commandOf(approach, step, sent, seen);
	const chosen = page.outcomes.find(({ code }) => code === command.outcome);
	if ((chosen?.irreversible || chosen?.danger) && confirm !== "yes") {
		const refusal = answerRefusal(situation, command);
		if (refusal) return { type: "refused", refusal, values };
		return { type: "look", outcome: chosen.code, values, errors: {}, status: 200 };
	}
	if (chosen?.leads.at === "closed" && !proved.fresh) {
		const { status, answer } = proved;
		return { type: "look", outcome: chosen.code, values, errors: answer.errors, status };
	}
	const recorded = await recordCommand(
		{ args, member: approach.member, key },
		approach.own.situationPk,
		command,
		situation,
	);
	if (recorded.recorded) return { type: "recorded" };
	return { type: "refused", refusal: recorded.refusal, values };
}

function commandOf(
	{ reading }: Approach,
	step: Step,
	{ outcome = "", ...sent }: Omit<StepAnswers, "confirm">,
	seen: number,
): AnswerStep {
	return {
		type: "answer-step",
		acting: reading.acting,
		seen,
		step: step.id,
		outcome,
		answers: answersTo(step, outcome, sent),
	};
}

/** The answers that an outcome asks for; what another outcome would have asked is left out. */
export function answersTo(step: Step, outcome: string, sent: Answers): Answers {
	const asked = questionsOf(step, outcomeOf(step, outcome));
	const given = asked.filter((field) => sent[field] !== undefined);
	return Object.fromEntries(given.map((field) => [field, sent[field]]));
}
