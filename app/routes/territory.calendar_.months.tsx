import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MonthsPage } from "#app/features/calendar/months-page.tsx";
import { comingMonths } from "#app/server/calendar-views.server.ts";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";

/** The next three months, for everybody whose delays follow them. */
export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "read-calendar");
	return json(comingMonths(args.context.services, member));
}

export default function CalendarMonths() {
	return <MonthsPage view={useLoaderData<typeof loader>()} />;
}
