import type { ActionFunctionArgs } from "@remix-run/node";
import { type TextKey, textKey } from "#app/i18n/text-key.ts";
import {
	answeredBefore,
	caseworkFields,
	momentOf,
	recordCommand,
} from "#app/server/casework.server.ts";
import { parseForm, readForm } from "#app/server/forms.server.ts";
import { requireFreshProof } from "#app/server/proof.server.ts";
import { spendGlass } from "#db/glass.ts";
import type { Recorded } from "#db/journal.ts";
import type { ActOnHandoff } from "#protocols/casework/commands.ts";
import { saidInAct } from "./act-command.ts";
import { type ActAnswers, actFormSchema } from "./act-form.schema.ts";
import type { Look } from "./act-look.tsx";
import type { ActForm } from "./act-table.ts";
import { afterAct } from "./just-recorded.ts";
import { type Mismatch, mismatchOf } from "./match-line.server.ts";
import type { openAct } from "./open-act.server.ts";
import { saidWords } from "./present-act.ts";
import { wantsProof } from "./proved-acts.ts";
import { sentValues } from "./sent-values.ts";
import { structureIds } from "./structure-keys.ts";

type Opened = Awaited<ReturnType<typeof openAct>>;
type Values = Record<string, string | string[]>;
type Errors = Record<string, string[]>;
type Refused = Extract<Recorded, { recorded: false }>["refusal"];

/** What became of a form: recorded, to be looked at once more, to be completed, or refused. */
export type Answer =
	| { is: "recorded"; to: string }
	| { is: "look"; look: Look; errors: Errors; status: 200 | 422 | 429 }
	| { is: "incomplete"; errors: Errors; values: Values; status: 200 | 422 | 429 }
	| { is: "refused"; refusal: Refused; values: Values };

/** Takes what the page of an act sent: checks it, shows it once more where it must, records it. */
export async function answerAct(args: ActionFunctionArgs, opened: Opened): Promise<Answer> {
	const { page, language } = opened;
	const proved = wantsProof(opened.form.act)
		? await requireFreshProof(args)
		: { fresh: true as const, args };
	const { request } = proved.args;
	const form = await formSent(request, opened);
	const parsed = await parseForm(request, actFormSchema(form).extend(caseworkFields));
	if (!parsed.ok) {
		const { errors, values } = parsed;
		return { is: "incomplete", errors, values, status: 422 };
	}

	const values = sentValues(parsed.data);
	const { key, seen, ...answers } = parsed.data;
	if (answers.stage === "change") return { is: "incomplete", errors: {}, values, status: 200 };
	const wrong = dateErrors(opened, answers) ?? (await mismatchOf(args, opened, answers));
	if (wrong) return { is: "incomplete", ...wrong, values };
	const look = () => {
		const { named, outcome } = saidWords(page.options, answers, language);
		return { said: named, outcome, values };
	};
	if (page.checked && answers.stage !== "record") {
		return { is: "look", look: look(), errors: {}, status: 200 };
	}
	const sent = { form, key, seen, answers };
	if (proved.fresh) return record(args, opened, sent, values);
	const { own, member } = opened;
	// Its answer was lost, and sent again it records nothing: that needs no other proof.
	if (answeredBefore({ args, member, key }, own.situationPk, commandOf(opened, sent))) {
		return { is: "recorded", to: afterAct(own.handle, form.slug) };
	}
	const { status, answer } = proved;
	return page.checked
		? { is: "look", look: look(), errors: answer.errors, status }
		: { is: "incomplete", errors: answer.errors, values, status };
}

async function record(
	args: ActionFunctionArgs,
	opened: Opened,
	sent: Sent,
	values: Values,
): Promise<Answer> {
	const { own, member, acting } = opened;
	const { form, key } = sent;
	const asked = { args, member, key };
	const recorded = await recordCommand(asked, own.situationPk, commandOf(opened, sent));
	if (recorded.recorded) {
		const { services } = args.context;
		if (acting.glass.includes(own.handoffId) && form.act === "GIVE_BACK") {
			spendGlass(services.db, momentOf(services), member, own.handoffId);
		}
		return { is: "recorded", to: afterAct(own.handle, form.slug) };
	}
	const { refusal } = recorded;
	if (refusal.code !== "outcome-to-choose") return { is: "refused", refusal, values };
	const errors = { stepOutcome: [textKey("handoffs:form.missingOf.stepOutcome")] };
	return { is: "incomplete", errors, values, status: 422 };
}

function commandOf(
	{ own, acting, choices, timeZone, secret, paired, refusal: before }: Opened,
	{ form, seen, answers }: Sent,
): ActOnHandoff {
	const { structures, latest } = choices;
	const idOf = (key: string) => structureIds([key], structures, secret)[0] ?? key;
	const said = saidInAct(form, answers, { timeZone, latest, idOf });
	// Another number came no further than the form; where nothing could be done, none was compared.
	const compared = paired || !before;
	const matched =
		compared && form.fields.some(({ kind }) => kind === "pairing") ? { matched: true } : {};
	return {
		type: "act-on-handoff",
		acting,
		seen,
		handoff: own.handoffId,
		act: form.act,
		...said,
		...matched,
	};
}

type Sent = { form: ActForm; key: string; seen: number; answers: ActAnswers };

/** The form that was filled: what is sent twice still pairs the line that the first one paired. */
async function formSent(request: Request, { form, known, paired }: Opened): Promise<ActForm> {
	if (!paired) return form;
	const sent = await readForm(request.clone());
	return sent.has("number") ? known : form;
}

/** A date that the decision would refuse, said beside its field before anything else. */
function dateErrors(
	{ form, choices, now, ...place }: Opened,
	answers: ActAnswers,
): Mismatch | undefined {
	const { latest } = choices;
	const { until } = saidInAct(form, answers, { ...place, latest, idOf: (key) => key });
	if (until === undefined) return undefined;
	const wrong = (key: TextKey): Mismatch => ({ errors: { until: [textKey(key)] }, status: 422 });
	if (until <= now) return wrong("handoffs:form.datePast");
	return latest !== null && until > latest ? wrong("handoffs:form.dateTooLate") : undefined;
}
