import type { ActionFunctionArgs } from "@remix-run/node";
import { textKey } from "#app/i18n/text-key.ts";
import { caseworkFields, recordCommand } from "#app/server/casework.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import type { Recorded } from "#db/journal.ts";
import { saidInAct } from "./act-command.ts";
import { type ActAnswers, actFormSchema } from "./act-form.schema.ts";
import type { Look } from "./act-look.tsx";
import { afterAct } from "./just-recorded.ts";
import type { openAct } from "./open-act.server.ts";
import { saidWords } from "./present-act.ts";
import { sentValues } from "./sent-values.ts";
import { structureIds } from "./structure-keys.ts";

type Opened = Awaited<ReturnType<typeof openAct>>;
type Values = Record<string, string | string[]>;
type Errors = Record<string, string[]>;
type Refused = Extract<Recorded, { recorded: false }>["refusal"];

/** What became of a form: recorded, to be looked at once more, to be completed, or refused. */
export type Answer =
	| { is: "recorded"; to: string }
	| { is: "look"; look: Look }
	| { is: "incomplete"; errors: Errors; values: Values; status: 200 | 422 }
	| { is: "refused"; refusal: Refused; values: Values };

/** Takes what the page of an act sent: checks it, shows it once more where it must, records it. */
export async function answerAct(args: ActionFunctionArgs, opened: Opened): Promise<Answer> {
	const { form, page, language } = opened;
	const parsed = await parseForm(args.request, actFormSchema(form).extend(caseworkFields));
	if (!parsed.ok) {
		const { errors, values } = parsed;
		return { is: "incomplete", errors, values, status: 422 };
	}

	const values = sentValues(parsed.data);
	const { key, seen, ...answers } = parsed.data;
	if (answers.stage === "change") return { is: "incomplete", errors: {}, values, status: 200 };
	const errors = dateErrors(opened, answers);
	if (errors) return { is: "incomplete", errors, values, status: 422 };
	if (page.checked && answers.stage !== "record") {
		const { named, outcome } = saidWords(page.options, answers, language);
		return { is: "look", look: { said: named, outcome, values } };
	}
	return record(args, opened, { key, seen, answers }, values);
}

function record(
	args: ActionFunctionArgs,
	{ form, own, member, acting, choices, timeZone, secret }: Opened,
	{ key, seen, answers }: Sent,
	values: Values,
): Answer {
	const { structures, latest } = choices;
	const idOf = (key: string) => structureIds([key], structures, secret)[0] ?? key;
	const said = saidInAct(form, answers, { timeZone, latest, idOf });
	const recorded = recordCommand({ args, member, key }, own.situationPk, {
		type: "act-on-handoff",
		acting,
		seen,
		handoff: own.handoffId,
		act: form.act,
		...said,
	});
	if (recorded.recorded) return { is: "recorded", to: afterAct(own.handle, form.slug) };
	const { refusal } = recorded;
	if (refusal.code !== "outcome-to-choose") return { is: "refused", refusal, values };
	const errors = { stepOutcome: [textKey("handoffs:form.missingOf.stepOutcome")] };
	return { is: "incomplete", errors, values, status: 422 };
}

type Sent = { key: string; seen: number; answers: ActAnswers };

/** A date that the decision would refuse, said beside its field before anything else. */
function dateErrors({ form, choices, now, ...place }: Opened, answers: ActAnswers) {
	const { latest } = choices;
	const { until } = saidInAct(form, answers, { ...place, latest, idOf: (key) => key });
	if (until === undefined) return undefined;
	if (until <= now) return { until: [textKey("handoffs:form.datePast")] };
	const late = latest !== null && until > latest;
	return late ? { until: [textKey("handoffs:form.dateTooLate")] } : undefined;
}
