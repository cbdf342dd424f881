import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { presentTerritory } from "#app/features/calendar/present-territory.ts";
import { territoryForm } from "#app/features/calendar/territory-form.schema.ts";
import { TerritoryPage } from "#app/features/calendar/territory-page.tsx";
import { paths } from "#app/paths.ts";
import { proposedCalendar } from "#app/server/calendar-proposals.server.ts";
import { answerChange, savedIn, shownSince } from "#app/server/calendars.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { workingCalendarOf } from "#db/circumstances.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "keep-calendar");

	const { services } = args.context;
	const calendar = workingCalendarOf(services.db, member.territoryId);
	const view = presentTerritory(calendar, shownSince(services, calendar));
	return json({ view, saved: savedIn(args) });
}

export async function action(args: ActionFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "keep-calendar");

	const form = await parseForm(args.request, territoryForm);
	if (!form.ok) return json({ errors: form.errors, values: form.values, preview: null }, 422);
	const proposed = proposedCalendar(args.context.services, member, form.data);
	const asking = { args, member, back: paths.territoryCalendar() };
	return answerChange(asking, form.data, proposed);
}

export default function TerritoryCalendar() {
	const { view, saved } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	return <TerritoryPage {...{ view, saved }} {...(answer ? { answer } : {})} />;
}
