import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DelayPage } from "#app/features/calendar/delay-page.tsx";
import { delayAsked } from "#app/features/calendar/delay-query.ts";
import { delayView } from "#app/server/calendar-views.server.ts";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";

/** A plain question: an address asks, the page answers, nothing is recorded. */
export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "read-calendar");
	return json(delayView(args.context.services, member, delayAsked(new URL(args.request.url))));
}

export default function CalendarDelay() {
	return <DelayPage view={useLoaderData<typeof loader>()} />;
}
