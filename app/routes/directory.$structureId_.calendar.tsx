import "#app/locales/needed/calendar.ts";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { StructureDaysPage } from "#app/features/calendar/structure-days-page.tsx";
import { structureForm } from "#app/features/calendar/structure-form.schema.ts";
import { textKey } from "#app/i18n/text-key.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { proposedClosing } from "#app/server/calendar-proposals.server.ts";
import { answerChange, savedIn, structureView } from "#app/server/calendars.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { requireKept } from "#app/server/structure-sheets.server.ts";

/** The closing days of a structure that nobody answers for; any other keeps its own. */
export async function loader(args: LoaderFunctionArgs) {
	const { member, structure } = await requireKept(args);
	const { id: structureId, name, manager: managed } = structure;
	const where = { territoryId: member.territoryId, structureId, name };
	const view = structureView(args.context.services, where);
	return json({ view, managed, here: paths.calendarOf(structureId), saved: savedIn(args) });
}

export async function action(args: ActionFunctionArgs) {
	const { member, structure } = await requireKept(args);
	const form = await parseForm(args.request, structureForm);
	if (!form.ok) return json({ errors: form.errors, values: form.values, preview: null }, 422);
	if (structure.manager) {
		const errors = { form: [textKey("calendar:structure.managed")] };
		return json({ errors, values: {}, preview: null }, 409);
	}
	const where = { territoryId: member.territoryId, structureId: structure.id };
	const proposed = proposedClosing(args.context.services, where, form.data);
	return answerChange({ args, member, back: paths.calendarOf(structure.id) }, form.data, proposed);
}

export default function CalendarOfStructure() {
	const t = useT("calendar");
	const { view, managed, here, saved } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	return (
		<StructureDaysPage
			{...{ view, managed, here, saved }}
			back={{ to: paths.upkeep(), label: t("links.upkeep") }}
			{...(answer ? { answer } : {})}
		/>
	);
}
