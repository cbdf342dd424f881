import "#app/locales/needed/calendar.ts";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { StructureDaysPage } from "#app/features/calendar/structure-days-page.tsx";
import { structureForm } from "#app/features/calendar/structure-form.schema.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { proposedClosing } from "#app/server/calendar-proposals.server.ts";
import { answerChange, savedIn, structureView } from "#app/server/calendars.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "manage-structure");

	const { territoryId, structureId, structureName: name } = member;
	const view = structureView(args.context.services, { territoryId, structureId, name });
	return json({ view, saved: savedIn(args) });
}

export async function action(args: ActionFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "manage-structure");

	const form = await parseForm(args.request, structureForm);
	if (!form.ok) return json({ errors: form.errors, values: form.values, preview: null }, 422);
	const proposed = proposedClosing(args.context.services, member, form.data);
	return answerChange({ args, member, back: paths.structureCalendar() }, form.data, proposed);
}

export default function StructureCalendar() {
	const t = useT("calendar");
	const { view, saved } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	return (
		<StructureDaysPage
			{...{ view, saved }}
			here={paths.structureCalendar()}
			back={{ to: paths.account(), label: t("links.back") }}
			{...(answer ? { answer } : {})}
		/>
	);
}
