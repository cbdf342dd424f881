import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ProofFields } from "#app/features/proof/proof-fields.tsx";
import { RefusalNotice } from "#app/features/refusals/refusal-notice.tsx";
import { closingForm } from "#app/features/retention/follow-up-form.schema.ts";
import { ClosingPage } from "#app/features/retention/follow-up-page.tsx";
import { presentFollowUp } from "#app/features/retention/present-follow-up.ts";
import { afterSaving } from "#app/features/situations/saved-in.ts";
import { languageOf } from "#app/i18n/languages.ts";
import { caseworkFields, newFormKey, recordCommand } from "#app/server/casework.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { proofAsked, requireFreshProof } from "#app/server/proof.server.ts";
import { wordRefusal } from "#app/server/refusals.server.ts";
import { approachSituation } from "#app/server/situations.server.ts";
import { followUpPage } from "#db/follow-up-page.ts";

export async function loader(args: LoaderFunctionArgs) {
	const approach = await approachSituation(args, "act-on-situation", "situation");
	const { services } = args.context;
	const page = followUpPage(services.db, approach.own, approach.reading);
	const { closing: refusal } = page.refusals;
	return json({
		view: presentFollowUp(page, languageOf(args.request)),
		formKey: newFormKey(services),
		obstacle: refusal ? await wordRefusal(args, approach, refusal) : null,
		proof: await proofAsked(args),
	});
}

export async function action(args: ActionFunctionArgs) {
	const { member, own, reading } = await approachSituation(args, "act-on-situation", "situation");
	const proved = await requireFreshProof(args);
	const form = await parseForm(proved.args.request, closingForm.extend(caseworkFields));
	if (!form.ok) return json({ errors: form.errors, values: form.values }, 422);
	if (!proved.fresh) return json(proved.answer, proved.status);

	const { key, seen, reason } = form.data;
	const recorded = await recordCommand({ args, member, key }, own.situationPk, {
		type: "accept-closure",
		acting: reading.acting,
		seen,
		reason,
	});
	if (recorded.recorded) return redirect(afterSaving(own.handle, "closed"), 303);
	const refusal = await wordRefusal(args, { own, reading }, recorded.refusal);
	return json({ refusal, values: { reason } }, 409);
}

export default function Closure() {
	const { view, formKey, obstacle, proof } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const refusal = answer && "refusal" in answer ? answer.refusal : obstacle;
	return (
		<ClosingPage
			{...{ view, formKey, answer }}
			open={!obstacle}
			proof={<ProofFields ask={proof} answer={answer} />}
			refusal={refusal ? <RefusalNotice {...refusal} /> : null}
		/>
	);
}
