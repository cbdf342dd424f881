import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sheetForm } from "#app/features/directory/sheet-form.schema.ts";
import { SheetPage } from "#app/features/directory/sheet-page.tsx";
import { languageOf } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { rolesToHold, writeSheet } from "#app/server/structure-sheets.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "keep-directory");
	const language = languageOf(args.request);
	return json({ roles: rolesToHold(args.context.services, member, language) });
}

/** Adds a structure to the directory; it is empty until somebody is invited to it. */
export async function action(args: ActionFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "keep-directory");
	const form = await parseForm(args.request, sheetForm);
	if (!form.ok) return json({ errors: form.errors, values: form.values, asksPlace: false }, 422);

	const { place, sensitive, ...sheet } = form.data;
	const written = { ...sheet, sensitive: sensitive === "yes", isPlace: place === "yes" };
	const language = languageOf(args.request);
	const result = writeSheet(args.context.services, member, written, { language });
	if (result.ok) return redirect(`${paths.upkeep()}?saved=added`, 303);
	const { errors, asksPlace } = result;
	return json({ errors, values: form.data, asksPlace }, 422);
}

export default function NewStructure() {
	const { roles } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	return (
		<SheetPage sheet={null} roles={roles} answer={answer} asksPlace={answer?.asksPlace ?? false} />
	);
}
