import type { ActionFunctionArgs } from "@remix-run/node";
import { textKey } from "#app/i18n/text-key.ts";
import { caseworkFields, recordCommand } from "#app/server/casework.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import type { Recorded } from "#db/journal.ts";
import { saidInAct } from "./act-command.ts";
import { type ActAnswers, actFormSchema } from "./act-form.schema.ts";
import type { Look } from "./act-look.tsx";
import type { openAct } from "./open-act.server.ts";
import { saidWords } from "./present-act.ts";
import { afterAct } from "./recorded-at.ts";
import { sentValues } from "./sent-values.ts";

type Opened = Awaited<ReturnType<typeof openAct>>;
type Values = Record<string, string | string[]>;
type Errors = Record<string, string[]>;
type Refused = Extract<Recorded, { recorded: false }>["refusal"];

/** What became of a form: recorded, to be looked at once more, to be completed, or refused. */
export type Answer =
	| { is: "recorded"; to: string }
	| { is: "look"; look: Look }
	| { is: "incomplete"; errors: Errors; values: Values; status: 200 | 422 }
	| { is: "refused"; refusal: Refused; errors: Errors; values: Values };

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
	if (form.checked && answers.stage !== "record") {
		const { named, outcome } = saidWords(page.options, answers, language);
		return { is: "look", look: { said: named, outcome, values } };
	}
	return record(args, opened, { key, seen, answers }, values);
}

function record(
	args: ActionFunctionArgs,
	{ form, own, member, acting, latest, timeZone }: Opened,
	{ key, seen, answers }: Sent,
	values: Values,
): Answer {
	const said = saidInAct(form, answers, { timeZone, latest });
	const recorded = recordCommand({ args, member, key }, own.situationPk, {
		type: "act-on-handoff",
		acting,
		seen,
		handoff: own.handoffId,
		act: form.act,
		...said,
	});
	if (recorded.recorded) return { is: "recorded", to: afterAct(own.handle, form.slug) };
	return refused(recorded.refusal, values);
}

type Sent = { key: string; seen: number; answers: ActAnswers };

/** A refusal that one field can lift is said beside that field. */
function refused(refusal: Refused, values: Values): Answer {
	const errors: Errors =
		{
			"date-too-late": { until: [textKey("handoffs:form.dateTooLate")] },
			"date-past": { until: [textKey("handoffs:form.datePast")] },
			"outcome-to-choose": { stepOutcome: [textKey("handoffs:form.missing")] },
		}[refusal.code as string] ?? {};
	return { is: "refused", refusal, errors, values };
}
