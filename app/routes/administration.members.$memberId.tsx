import "#app/locales/needed/administration.ts";
import "#app/locales/needed/colleagues.ts";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { holderForm } from "#app/features/administration/holder-form.schema.ts";
import { HolderPage } from "#app/features/administration/holder-page.tsx";
import { ProofFields } from "#app/features/proof/proof-fields.tsx";
import { type TextKey, textKey } from "#app/i18n/text-key.ts";
import { paths } from "#app/paths.ts";
import { changeDutyHolder, requireDutyHolder } from "#app/server/duties.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { proofAsked, requireFreshProof } from "#app/server/proof.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { member, holder, territory } = await requireDutyHolder(args);
	const { memberId, userId, label, duty, seen, suspended, structureName } = holder;
	return json({
		holder: {
			...{ memberId, label, duty, seen, suspended, structureName },
			own: userId === member.userId,
		},
		territoryName: territory.name,
		proof: await proofAsked(args),
	});
}

/** Closes the access of somebody who has a duty, or opens it again. */
export async function action(args: ActionFunctionArgs) {
	const { member, holder } = await requireDutyHolder(args);
	const proved = await requireFreshProof(args);
	const form = await parseForm(proved.args.request, holderForm);
	if (!form.ok) return json({ errors: form.errors }, 422);
	if (!proved.fresh) return json(proved.answer, proved.status);

	const { act } = form.data;
	const refusal = changeDutyHolder(args.context.services, member, holder, act);
	if (!refusal) return redirect(`${paths.administration()}?saved=${savedAs[act]}`, 303);
	return json({ errors: { form: [words[refusal]] } }, 409);
}

const savedAs = { close: "closed", open: "opened" } as const;

const words: Record<NonNullable<ReturnType<typeof changeDutyHolder>>, TextKey> = {
	"last-administrator": textKey("administration:refusals.last-administrator"),
	"last-coordinator": textKey("administration:refusals.last-coordinator"),
	"last-reception": textKey("colleagues:refusals.last-reception"),
	"last-manager": textKey("colleagues:refusals.last-manager"),
	yourself: textKey("colleagues:refusals.yourself"),
};

export default function DutyHolder() {
	const { proof, ...page } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	return (
		<HolderPage {...page} answer={answer} proof={<ProofFields ask={proof} answer={answer} />} />
	);
}
