import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { structureIds, structureKey } from "#app/features/handoffs/structure-keys.ts";
import { RefusalNotice } from "#app/features/refusals/refusal-notice.tsx";
import { presentSteering } from "#app/features/situations/present-acts.ts";
import { afterSaving } from "#app/features/situations/saved-in.ts";
import { SteeringPage } from "#app/features/situations/steering-page.tsx";
import { structureForm } from "#app/features/situations/structure-form.schema.ts";
import { languageOf } from "#app/i18n/languages.ts";
import { caseworkFields, newFormKey, recordCommand } from "#app/server/casework.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { wordRefusal } from "#app/server/refusals.server.ts";
import { approachSituation } from "#app/server/situations.server.ts";
import { leadPage } from "#db/steering-page.ts";

export async function loader(args: LoaderFunctionArgs) {
	const approach = await approachSituation(args, "act-on-situation", "lead");
	const { services } = args.context;
	const page = leadPage(services.db, approach.own, approach.reading);
	return json({
		view: presentSteering(page, languageOf(args.request), (one) =>
			structureKey(one, services.secret),
		),
		formKey: newFormKey(services),
		obstacle: page.refusal ? await wordRefusal(args, approach, page.refusal) : null,
	});
}

export async function action(args: ActionFunctionArgs) {
	const { member, own, reading } = await approachSituation(args, "act-on-situation", "lead");
	const form = await parseForm(args.request, structureForm.extend(caseworkFields));
	if (!form.ok) return json({ errors: form.errors, values: form.values }, 422);

	const { key, seen, structure } = form.data;
	const { db, secret } = args.context.services;
	const page = leadPage(db, own, reading);
	const [named = structure] = structureIds([structure], page.candidates, secret);
	const recorded = await recordCommand({ args, member, key }, own.situationPk, {
		type: "name-lead",
		acting: reading.acting,
		seen,
		structure: named,
	});
	if (recorded.recorded) return redirect(afterSaving(own.handle, "lead"), 303);
	const refusal = await wordRefusal(args, { own, reading }, recorded.refusal);
	return json({ refusal, values: { structure } }, 409);
}

export default function Lead() {
	const { view, formKey, obstacle } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const refusal = answer && "refusal" in answer ? answer.refusal : obstacle;
	return (
		<SteeringPage
			{...{ view, formKey, answer }}
			open={!obstacle}
			refusal={refusal ? <RefusalNotice {...refusal} /> : null}
		/>
	);
}
