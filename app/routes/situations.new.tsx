import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RefusalNotice } from "#app/features/refusals/refusal-notice.tsx";
import { openForm } from "#app/features/situations/open-form.schema.ts";
import { OpenPage } from "#app/features/situations/open-page.tsx";
import { openingLists, presentOpening } from "#app/features/situations/present-opening.ts";
import { afterSaving } from "#app/features/situations/saved-in.ts";
import { languageOf } from "#app/i18n/languages.ts";
import {
	actingOf,
	caseworkFields,
	newFormKey,
	recordOpening,
} from "#app/server/casework.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { requireMember } from "#app/server/member.server.ts";
import { notFound } from "#app/server/not-found.server.ts";
import { chosenProtocol } from "#app/server/opening.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { wordOpeningRefusal } from "#app/server/refusals.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "open-situation");

	const language = languageOf(args.request);
	const { choices, chosen } = chosenProtocol(args, member);
	const protocols = presentOpening(choices, language);
	return json({
		protocols,
		chosen: protocols.find(({ id }) => id === chosen?.id) ?? null,
		lists: openingLists(language),
		formKey: newFormKey(args.context.services),
	});
}

export async function action(args: ActionFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "open-situation");

	const chosen = chosenProtocol(args, member).chosen ?? notFound();
	const { key } = caseworkFields;
	const form = await parseForm(args.request, openForm.extend({ key }));
	if (!form.ok) return json({ errors: form.errors, values: form.values }, 422);

	const { age_band, source_type, raises } = form.data;
	const facts = { age_band, ...(source_type ? { source_type } : {}) };
	const recorded = await recordOpening({ args, member, key: form.data.key }, chosen.hash, {
		type: "open-situation",
		acting: actingOf(member),
		facts,
		raises,
	});
	if (recorded.recorded) return redirect(afterSaving(recorded.outcome, "opened"), 303);

	const refusal = await wordOpeningRefusal(args, member, chosen.hash, recorded.refusal);
	return json({ refusal, values: { age_band, source_type: source_type ?? "", raises } }, 409);
}

export default function NewSituation() {
	const page = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const refusal = answer && "refusal" in answer ? answer.refusal : undefined;
	return (
		<OpenPage {...page} answer={answer} refusal={refusal ? <RefusalNotice {...refusal} /> : null} />
	);
}
