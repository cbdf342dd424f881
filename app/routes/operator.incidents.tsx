import "#app/locales/needed/operator.ts";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { incidentForm } from "#app/features/operator/incident-form.schema.ts";
import { IncidentsPage } from "#app/features/operator/incidents-page.tsx";
import { savedIn } from "#app/features/operator/saved.ts";
import { shownIncidents } from "#app/features/operator/shown-incidents.ts";
import { textKey } from "#app/i18n/text-key.ts";
import { paths } from "#app/paths.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { resolve, take } from "#app/server/incident-acts.server.ts";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { workingCalendarOf } from "#db/circumstances.ts";
import { openIncidents } from "#db/incidents.ts";

/** The work that got stuck, as codes and ages. */
export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "administer-instance");
	const { db, clock } = args.context.services;
	return json({
		incidents: shownIncidents(openIncidents(db), member.memberId),
		now: clock.now(),
		timeZone: workingCalendarOf(db, member.territoryId).timeZone,
		saved: savedIn(args.request.url),
	});
}

/** Takes an incident, or ends it and has its work tried again. */
export async function action(args: ActionFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "administer-instance");
	const form = await parseForm(args.request, incidentForm);
	if (!form.ok) return json({ errors: form.errors, values: form.values }, 422);

	const { services } = args.context;
	const { act, resolution } = form.data;
	const id = Number(form.data.id);
	const done =
		act === "take" || resolution === ""
			? take(services, id, member)
			: resolve(services, id, { resolution, by: member });
	if (!done) return json({ errors: { form: [textKey("operator:incidents.gone")] } }, 409);
	return redirect(`${paths.incidents()}?saved=${savedAs[act]}`, 303);
}

const savedAs = { take: "taken", resolve: "resolved" } as const;

export default function Incidents() {
	const page = useLoaderData<typeof loader>();
	return <IncidentsPage {...page} answer={useActionData<typeof action>()} />;
}
