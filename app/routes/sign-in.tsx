import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { demonstrationStructures } from "#app/features/accounts/demonstration-structures.ts";
import { signInForm } from "#app/features/accounts/sign-in-form.schema.ts";
import { SignInPage } from "#app/features/accounts/sign-in-page.tsx";
import { keepLanguage, languageOf } from "#app/i18n/languages.ts";
import { textKey } from "#app/i18n/text-key.ts";
import { paths } from "#app/paths.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { readMember } from "#app/server/member.server.ts";
import { signIn } from "#app/server/sessions.server.ts";
import { demonstrationMembers } from "#db/members.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { services } = args.context;
	if (await readMember(args)) throw redirect(paths.home(), 303);

	const members = services.environment.demonstration ? demonstrationMembers(services.db) : [];
	return json({ structures: demonstrationStructures(members, languageOf(args.request)) });
}

export async function action({ request, context: { services } }: ActionFunctionArgs) {
	const form = await parseForm(request, signInForm);
	if (!form.ok) return json({ errors: form.errors, values: form.values }, 422);

	const result = await signIn(services, request, form.data);
	if (result.ok) {
		keepLanguage(result.headers, request, services.environment);
		return redirect(paths.home(), { status: 303, headers: result.headers });
	}
	const values = { email: form.data.email };
	return result.code === "too-many"
		? json({ errors: { form: [textKey("accounts:signIn.tooMany")] }, values }, 429)
		: json({ errors: { form: [textKey("accounts:signIn.wrong")] }, values }, 422);
}

export default function SignIn() {
	const { structures } = useLoaderData<typeof loader>();
	return <SignInPage structures={structures} answer={useActionData<typeof action>()} />;
}
