import type { ActionFunctionArgs } from "@remix-run/node";
import { answeredBefore, caseworkFields, recordCommand } from "#app/server/casework.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { requireFreshProof } from "#app/server/proof.server.ts";
import { latestHandle } from "#db/handoff-preparation.ts";
import type { Recorded } from "#db/journal.ts";
import type { PrepareHandoff } from "#protocols/casework/commands.ts";
import { afterPreparation } from "./just-recorded.ts";
import type { openPreparation } from "./open-preparation.server.ts";
import { preparationForm } from "./prepare-form.schema.ts";
import type { PreparationLook } from "./prepare-look.tsx";
import { preparedWords } from "./present-preparation.ts";
import { sentValues } from "./sent-values.ts";
import { structureIds } from "./structure-keys.ts";

type Opened = Awaited<ReturnType<typeof openPreparation>>;
type Values = Record<string, string | string[]>;
type Errors = Record<string, string[]>;

/** What became of a preparation: recorded, to look at once more, to complete, to call first, refused. */
export type PreparationAnswered =
	| { is: "recorded"; to: string }
	| { is: "look"; look: PreparationLook; errors: Errors; status: 200 | 422 | 429 }
	| { is: "danger"; values: Values }
	| { is: "incomplete"; errors: Errors; values: Values; status: 200 | 422 }
	| {
			is: "refused";
			refusal: Extract<Recorded, { recorded: false }>["refusal"];
			values: Values;
	  };

/** Takes what a preparation sent: danger first, then a last look, then the sending or a draft. */
export async function answerPreparation(
	args: ActionFunctionArgs,
	opened: Opened,
): Promise<PreparationAnswered> {
	const { page, language } = opened;
	const schema = preparationForm(page.shape).extend(caseworkFields);
	const proved = await requireFreshProof(args);
	const parsed = await parseForm(proved.args.request, schema);
	if (!parsed.ok) return incomplete(parsed);

	const values = sentValues(parsed.data);
	const { stage, danger } = parsed.data;
	if (danger === "NOW") return { is: "danger", values };
	if (stage === "change") return { is: "incomplete", errors: {}, values, status: 200 };
	if (stage === "keep") return record(args, opened, values, false);
	if (stage === "send" && proved.fresh) return record(args, opened, values, true);
	if (stage === "send" && wasSent(args, opened, values)) return recordedAt(opened, true);
	const look = { ...preparedWords(page, values, language), values };
	if (stage !== "send" || proved.fresh) return { is: "look", look, errors: {}, status: 200 };
	return { is: "look", look, errors: proved.answer.errors, status: proved.status };
}

/** What keeps a preparation from going on; danger and second thoughts need no complete form. */
function incomplete({ errors, values }: Incomplete): PreparationAnswered {
	if (values.danger === "NOW") return { is: "danger", values };
	if (values.stage === "change") return { is: "incomplete", errors: {}, values, status: 200 };
	return { is: "incomplete", errors, values, status: 422 };
}

type Incomplete = { errors: Record<string, string[]>; values: Values };

async function record(
	args: ActionFunctionArgs,
	opened: Opened,
	values: Values,
	send: boolean,
): Promise<PreparationAnswered> {
	const { own, member } = opened;
	const asked = { args, member, key: String(values.key) };
	const recorded = await recordCommand(asked, own.situationPk, commandOf(opened, values, send));
	if (!recorded.recorded) return { is: "refused", refusal: recorded.refusal, values };
	return recordedAt(opened, send);
}

/** Sent again because its answer was lost, it records nothing: that needs no other proof. */
function wasSent(args: ActionFunctionArgs, opened: Opened, values: Values): boolean {
	const { own, member } = opened;
	const asked = { args, member, key: String(values.key) };
	return answeredBefore(asked, own.situationPk, commandOf(opened, values, true)) !== undefined;
}

function commandOf(
	{ acting, page, stepId, structures, secret }: Opened,
	values: Values,
	send: boolean,
): PrepareHandoff {
	const answers = page.shape.questions.map((field) => [field, values[field]]);
	return {
		type: "prepare-handoff",
		acting,
		seen: Number(values.seen),
		step: stepId,
		to: structureIds([values.to ?? []].flat(), structures, secret),
		answers: Object.fromEntries(answers),
		information: values.information as PrepareHandoff["information"],
		send,
	};
}

function recordedAt({ own, stepId, services, scope }: Opened, send: boolean): PreparationAnswered {
	const handle = latestHandle(services.db, scope, own.situationPk, stepId);
	if (handle === null) throw new Error("A handoff that was recorded has a row.");
	return { is: "recorded", to: afterPreparation(handle, send) };
}
