import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { OutboxPage } from "#app/features/messages/outbox-page.tsx";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { siteName } from "#app/server/site-name.ts";
import { workingCalendarOf } from "#db/circumstances.ts";
import { latestLetters } from "#db/shown-letters.ts";

/** Letters of one screen. */
const shown = 100;

/** What left, or would have left: for who administers the instance. */
export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "administer-instance");
	const { db, environment, mail, clock } = args.context.services;
	return json({
		relay: mail.relay,
		demonstration: member.demonstration,
		letters: latestLetters(db, member.demonstration, shown),
		name: siteName,
		site: `${environment.origins[0]}/`,
		timeZone: workingCalendarOf(db, member.territoryId).timeZone,
		now: clock.now(),
	});
}

export default function Outbox() {
	return <OutboxPage {...useLoaderData<typeof loader>()} />;
}
