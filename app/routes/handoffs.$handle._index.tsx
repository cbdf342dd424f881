import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openHandoff } from "#app/features/handoffs/handoff-door.server.ts";
import { HandoffPage } from "#app/features/handoffs/handoff-page.tsx";
import { justRecorded } from "#app/features/handoffs/just-recorded.ts";
import { looksElsewhere, presentHandoff } from "#app/features/handoffs/present-handoff.ts";
import { presentStructure } from "#app/features/handoffs/structure-words.ts";
import { dueOf } from "#app/i18n/due.ts";
import { otherStructures } from "#db/handoff-choices.ts";
import { handoffPage } from "#db/handoff-page.ts";

export async function loader(args: LoaderFunctionArgs) {
	const opened = await openHandoff(args);
	const { services, scope, own, acting, language, calendar, timeZone, now } = opened;

	const page = handoffPage(services.db, scope, own, acting);
	const others = looksElsewhere(page)
		? otherStructures(services.db, scope, own.handoffId, now)
		: null;
	return json({
		handoff: presentHandoff(page, language, others?.length !== 0),
		due: page.turn?.clock ? dueOf(calendar, { ...page.turn.clock, now }) : null,
		recorded: justRecorded(args.request.url, page),
		others: others?.map((one) => presentStructure(one, opened)) ?? null,
		timeZone,
	});
}

export default function Handoff() {
	return <HandoffPage {...useLoaderData<typeof loader>()} />;
}
