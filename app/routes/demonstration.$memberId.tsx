import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { keepLanguage } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/server/forms.server.ts";
import { notFound } from "#app/server/not-found.server.ts";
import { signInToDemonstration } from "#app/server/sessions.server.ts";

export const loader = () => redirect(paths.signIn(), 303);

/** Enters the fictitious territory as one of its people; there is nothing here for a real one. */
export async function action({ request, params, context: { services } }: ActionFunctionArgs) {
	await readForm(request);
	const result = await signInToDemonstration(services, request, params.memberId ?? "");
	if (!result.ok) notFound();

	keepLanguage(result.headers, request, services.environment);
	return redirect(paths.home(), { status: 303, headers: result.headers });
}
