import "#app/locales/needed/factors.ts";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { setupForm } from "#app/features/factors/code-form.schema.ts";
import { EnrolmentDone, SetupPage } from "#app/features/factors/enrolment-page.tsx";
import { textKey } from "#app/i18n/text-key.ts";
import { paths } from "#app/paths.ts";
import { drawSetup } from "#app/server/code-setups.server.ts";
import { factorsOf } from "#app/server/factors.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { requireStage } from "#app/server/member.server.ts";
import { confirmCodes } from "#app/server/own-factors.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { isFresh } from "#app/server/proof.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	const entry = await requireChanging(args);
	const { services } = args.context;
	const { codes } = factorsOf(services, entry.session.userId);
	return json({ setup: codes ? null : await drawSetup(services, entry) });
}

export async function action(args: ActionFunctionArgs) {
	const entry = await requireChanging(args);
	const { request, context } = args;
	const form = await parseForm(request, setupForm);
	if (!form.ok) return json({ errors: form.errors, codes: null }, 422);
	if (form.data.step === "done") return redirect(paths.accountFactors(), 303);

	const confirmed = await confirmCodes(context.services, request, entry, form.data.code);
	if (confirmed.ok) return json({ errors: {}, codes: confirmed.value });
	return confirmed.code === "too-many"
		? json({ errors: { code: [textKey("factors:second.tooMany")] }, codes: null }, 429)
		: json({ errors: { code: [textKey("factors:second.wrong")] }, codes: null }, 422);
}

/** Whoever finds an open screen does not make it theirs: the proof is asked on the page before. */
async function requireChanging(args: LoaderFunctionArgs) {
	const entry = await requireStage(args, "open");
	requireMay(entry.member, "read-account");
	if (!isFresh(args.context.services, entry.session)) throw redirect(paths.accountFactors(), 303);
	return entry;
}

export default function LinkCodes() {
	const { setup } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	if (!setup || answer?.codes) return <EnrolmentDone codes={answer?.codes} />;
	return <SetupPage setup={setup} answer={answer} back={paths.accountFactors()} />;
}
