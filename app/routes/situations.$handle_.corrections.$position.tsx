import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RefusalNotice } from "#app/features/refusals/refusal-notice.tsx";
import { CorrectionPage } from "#app/features/situations/correction-page.tsx";
import { presentCorrection } from "#app/features/situations/present-step.ts";
import { afterSaving } from "#app/features/situations/saved-in.ts";
import { languageOf } from "#app/i18n/languages.ts";
import { newFormKey } from "#app/server/casework.server.ts";
import { correctEntry, correctionAsked } from "#app/server/corrections.server.ts";
import { wordRefusal } from "#app/server/refusals.server.ts";
import { approachSituation } from "#app/server/situations.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	const approach = await approachSituation(args, "act-on-situation", "correction");
	return json({
		view: presentCorrection(correctionAsked(args, approach), languageOf(args.request)),
		formKey: newFormKey(args.context.services),
	});
}

export async function action(args: ActionFunctionArgs) {
	const approach = await approachSituation(args, "act-on-situation", "correction");
	const corrected = await correctEntry(args, approach, correctionAsked(args, approach));
	switch (corrected.type) {
		case "recorded":
			return redirect(afterSaving(approach.own.handle, "corrected"), 303);
		case "incomplete":
			return json({ errors: corrected.errors, values: corrected.values }, 422);
		case "refused": {
			const refusal = await wordRefusal(args, approach, corrected.refusal);
			return json({ refusal, values: corrected.values }, 409);
		}
	}
}

export default function Correction() {
	const { view, formKey } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const refusal = answer && "refusal" in answer ? answer.refusal : undefined;
	return (
		<CorrectionPage
			{...{ view, formKey, answer }}
			refusal={refusal ? <RefusalNotice {...refusal} /> : null}
		/>
	);
}
