import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sheetForm } from "#app/features/directory/sheet-form.schema.ts";
import { SheetPage } from "#app/features/directory/sheet-page.tsx";
import { languageOf } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { requireKept, rolesToHold, writeSheet } from "#app/server/structure-sheets.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { member, structure } = await requireKept(args);
	const { name, kind, zone, phone, roles, sensitive } = structure;
	const language = languageOf(args.request);
	return json({
		sheet: {
			...{ name, kind, roles },
			zone: zone ?? "",
			phone: phone ?? "",
			sensitive: sensitive ? "yes" : "",
		},
		roles: rolesToHold(args.context.services, member, language, roles),
	});
}

/** Writes the sheet of a structure anew. */
export async function action(args: ActionFunctionArgs) {
	const { member, structure } = await requireKept(args);
	const form = await parseForm(args.request, sheetForm);
	if (!form.ok) return json({ errors: form.errors, values: form.values, asksPlace: false }, 422);

	const { place, sensitive, ...sheet } = form.data;
	const written = { ...sheet, sensitive: sensitive === "yes", isPlace: place === "yes" };
	const language = languageOf(args.request);
	const where = { structureId: structure.id, language };
	const result = writeSheet(args.context.services, member, written, where);
	if (result.ok) return redirect(`${paths.upkeep()}?saved=changed`, 303);
	const { errors, asksPlace } = result;
	return json({ errors, values: form.data, asksPlace }, 422);
}

export default function EditStructure() {
	const { sheet, roles } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	return (
		<SheetPage sheet={sheet} roles={roles} answer={answer} asksPlace={answer?.asksPlace ?? false} />
	);
}
