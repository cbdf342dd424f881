import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { languageForm } from "#app/features/shell/language-form.schema.ts";
import { rememberLanguage } from "#app/i18n/languages.ts";
import { internalPath, paths } from "#app/paths.ts";
import { parseForm } from "#app/server/forms.server.ts";

export const loader = () => redirect(paths.home(), 303);

/** Keeps the chosen language and shows the same page again. */
export async function action({ request, context: { services } }: ActionFunctionArgs) {
	const form = await parseForm(request, languageForm);
	if (!form.ok) throw new Response(null, { status: 400 });

	const cookie = rememberLanguage(form.data.language, services.environment);
	return redirect(internalPath(form.data.back), { status: 303, headers: { "Set-Cookie": cookie } });
}
