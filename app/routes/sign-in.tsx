import "#app/locales/needed/accounts.ts";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { demonstrationStructures } from "#app/features/accounts/demonstration-structures.ts";
import { ProviderDoor } from "#app/features/accounts/provider-door.tsx";
import { signInForm } from "#app/features/accounts/sign-in-form.schema.ts";
import { SignInPage } from "#app/features/accounts/sign-in-page.tsx";
import { keepLanguage, languageOf } from "#app/i18n/languages.ts";
import { textKey } from "#app/i18n/text-key.ts";
import { paths } from "#app/paths.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { readEntry } from "#app/server/member.server.ts";
import { providerVisitIn } from "#app/server/provider-visits.server.ts";
import { signIn, whyBrowserIsOut } from "#app/server/sessions.server.ts";
import { demonstrationMembers } from "#db/members.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { services } = args.context;
	const entry = await readEntry(args);
	// Halfway in, one may still begin again as somebody else.
	if (entry?.stage === "open" || entry?.stage === "locked") throw redirect(paths.home(), 303);

	const members = services.environment.demonstration ? demonstrationMembers(services.db) : [];
	return json({
		structures: demonstrationStructures(members, languageOf(args.request)),
		provider: services.provider?.label ?? null,
		leave: providerVisitIn(args.request.url),
		ended: entry ? null : (whyBrowserIsOut(services, args.request.headers) ?? null),
	});
}

export async function action({ request, context: { services } }: ActionFunctionArgs) {
	const form = await parseForm(request, signInForm);
	if (!form.ok) return json({ errors: form.errors, values: form.values }, 422);

	const result = await signIn(services, request, form.data);
	if (result.ok) {
		keepLanguage(result.headers, request, services.environment);
		return redirect(paths.home(), { status: 303, headers: result.headers });
	}
	const { words, status } = refusals[result.code];
	return json({ errors: { form: [words] }, values: { email: form.data.email } }, status);
}

const refusals = {
	wrong: { words: textKey("accounts:signIn.wrong"), status: 422 },
	suspended: { words: textKey("accounts:signIn.suspended"), status: 422 },
	"too-many": { words: textKey("accounts:signIn.tooMany"), status: 429 },
} as const;

export default function SignIn() {
	const { provider, leave, ...door } = useLoaderData<typeof loader>();
	return (
		<SignInPage
			{...door}
			provider={provider ? <ProviderDoor label={provider} leave={leave} /> : null}
			answer={useActionData<typeof action>()}
		/>
	);
}
