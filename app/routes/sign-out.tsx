import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { languageOf } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/server/forms.server.ts";
import { providerVisitOf } from "#app/server/provider-visits.server.ts";
import { signOut } from "#app/server/sessions.server.ts";

export const loader = () => redirect(paths.home(), 303);

/** Ends the session. The browser forgets all, its language too: the address carries it over. */
export async function action({ request, context: { services } }: ActionFunctionArgs) {
	await readForm(request);
	const language = languageOf(request);
	const visit = providerVisitOf(services, request.headers);
	const headers = await signOut(services, request);
	const door = visit ? paths.signInLeaving(language, visit) : paths.signInIn(language);
	return redirect(door, { status: 303, headers });
}
