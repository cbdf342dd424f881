import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { RefusalNotice } from "#app/features/refusals/refusal-notice.tsx";
import { AllNumbers } from "#app/features/shell/all-numbers.tsx";
import { InterruptionPage } from "#app/features/situations/interruption-page.tsx";
import { presentInterruption } from "#app/features/situations/present-acts.ts";
import { afterSaving } from "#app/features/situations/saved-in.ts";
import { languageOf } from "#app/i18n/languages.ts";
import { caseworkFields, newFormKey, recordCommand } from "#app/server/casework.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { notFound } from "#app/server/not-found.server.ts";
import { wordRefusal } from "#app/server/refusals.server.ts";
import { approachSituation } from "#app/server/situations.server.ts";
import { interruptionPage } from "#db/interruption-page.ts";

export async function loader(args: LoaderFunctionArgs) {
	const approach = await approachSituation(args, "act-on-situation", "interruption");
	const { services } = args.context;
	const page =
		interruptionPage(services.db, approach.own, approach.reading, args.params.id ?? "") ??
		notFound();
	return json({
		view: presentInterruption(page, languageOf(args.request)),
		formKey: newFormKey(services),
		obstacle: page.refusal ? await wordRefusal(args, approach, page.refusal) : null,
	});
}

export async function action(args: ActionFunctionArgs) {
	const { member, own, reading } = await approachSituation(
		args,
		"act-on-situation",
		"interruption",
	);
	const form = await parseForm(args.request, z.object(caseworkFields));
	if (!form.ok) throw new Response(null, { status: 400 });

	const { key, seen } = form.data;
	const recorded = await recordCommand({ args, member, key }, own.situationPk, {
		type: "raise-interruption",
		acting: reading.acting,
		seen,
		interruption: args.params.id ?? "",
	});
	if (recorded.recorded) return redirect(afterSaving(own.handle, "raised"), 303);
	return json({ refusal: await wordRefusal(args, { own, reading }, recorded.refusal) }, 409);
}

export default function Interruption() {
	const { view, formKey, obstacle } = useLoaderData<typeof loader>();
	const refusal = useActionData<typeof action>()?.refusal ?? obstacle;
	return (
		<InterruptionPage
			{...{ view, formKey }}
			open={!obstacle}
			refusal={refusal ? <RefusalNotice {...refusal} /> : null}
			numbers={<AllNumbers />}
		/>
	);
}
