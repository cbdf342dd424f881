import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { languageOf } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/server/forms.server.ts";
import { signOut } from "#app/server/sessions.server.ts";

export const loader = () => redirect(paths.home(), 303);

/** Ends the session. The browser forgets all, its language too: the address carries it over. */
export async function action({ request, context: { services } }: ActionFunctionArgs) {
	await readForm(request);
	const headers = await signOut(services, request);
	return redirect(paths.signInIn(languageOf(request)), { status: 303, headers });
}
