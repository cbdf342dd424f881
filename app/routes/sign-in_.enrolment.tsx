import "#app/locales/needed/factors.ts";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { setupForm } from "#app/features/factors/code-form.schema.ts";
import {
	EnrolmentChoice,
	EnrolmentDone,
	SetupPage,
} from "#app/features/factors/enrolment-page.tsx";
import { textKey } from "#app/i18n/text-key.ts";
import { paths } from "#app/paths.ts";
import { drawSetup } from "#app/server/code-setups.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { requireStage } from "#app/server/member.server.ts";
import { confirmCodes } from "#app/server/own-factors.server.ts";
import { complete } from "#app/server/passkey-acts.server.ts";
import { isFresh, noteProof } from "#app/server/proof.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { entry, enrolled } = await requireEnrolling(args);
	const withCodes = new URL(args.request.url).searchParams.get("with") === "codes";
	const setup = withCodes && !enrolled ? await drawSetup(args.context.services, entry) : null;
	return json({ enrolled, setup });
}

export async function action(args: ActionFunctionArgs) {
	const { entry, enrolled } = await requireEnrolling(args);
	const { request, context } = args;
	const form = await parseForm(request, setupForm);
	if (!form.ok) return json({ errors: form.errors, codes: null }, 422);
	if (form.data.step === "done") {
		if (!enrolled) throw redirect(paths.enrolment(), 303);
		const headers = await complete(context.services, request, entry.session);
		return redirect(paths.home(), { status: 303, headers });
	}
	const confirmed = await confirmCodes(context.services, request, entry, form.data.code);
	if (confirmed.ok) {
		noteProof(context.services, entry);
		return json({ errors: {}, codes: confirmed.value });
	}
	return confirmed.code === "too-many"
		? json({ errors: { code: [textKey("factors:second.tooMany")] }, codes: null }, 429)
		: json({ errors: { code: [textKey("factors:second.wrong")] }, codes: null }, 422);
}

/** An account without a second factor, or that has just got one and reads its codes on paper. */
async function requireEnrolling(args: LoaderFunctionArgs) {
	const entry = await requireStage(args, "enrolment", "second-factor");
	const enrolled = entry.stage === "second-factor";
	if (enrolled && !isFresh(args.context.services, entry.session)) {
		throw redirect(paths.secondFactor(), 303);
	}
	return { entry, enrolled };
}

export default function Enrolment() {
	const { enrolled, setup } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	if (answer?.codes || enrolled) return <EnrolmentDone codes={answer?.codes} />;
	if (!setup) return <EnrolmentChoice />;
	return <SetupPage setup={setup} answer={answer} back={paths.enrolment()} />;
}
