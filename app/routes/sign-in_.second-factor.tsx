import "#app/locales/needed/factors.ts";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { codeForm } from "#app/features/factors/code-form.schema.ts";
import { SecondFactorPage } from "#app/features/factors/second-factor-page.tsx";
import { textKey } from "#app/i18n/text-key.ts";
import { paths } from "#app/paths.ts";
import { factorsOf } from "#app/server/factors.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { requireStage } from "#app/server/member.server.ts";
import { complete } from "#app/server/passkey-acts.server.ts";
import { guessCode } from "#app/server/second-factors.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { session } = await requireStage(args, "second-factor");
	const { codes, passkeys } = factorsOf(args.context.services, session.userId);
	return json({ codes, passkeys: passkeys > 0 });
}

export async function action(args: ActionFunctionArgs) {
	const { session } = await requireStage(args, "second-factor");
	const { request, context } = args;
	const form = await parseForm(request, codeForm);
	if (!form.ok) return json({ errors: form.errors, values: {} }, 422);

	const guessed = await guessCode(context.services, request, session.userId, form.data.code);
	if (guessed.ok) {
		const headers = await complete(context.services, request, session);
		return redirect(paths.home(), { status: 303, headers });
	}
	return guessed.code === "too-many"
		? json({ errors: { code: [textKey("factors:second.tooMany")] }, values: {} }, 429)
		: json({ errors: { code: [textKey("factors:second.wrong")] }, values: {} }, 422);
}

export default function SecondFactor() {
	const { codes, passkeys } = useLoaderData<typeof loader>();
	return (
		<SecondFactorPage codes={codes} passkeys={passkeys} answer={useActionData<typeof action>()} />
	);
}
