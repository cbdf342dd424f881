import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { GlassBanner } from "#app/features/glass/glass-banner.tsx";
import { presentGlass } from "#app/features/glass/present-glass.ts";
import { openHandoff } from "#app/features/handoffs/handoff-door.server.ts";
import { HandoffPage } from "#app/features/handoffs/handoff-page.tsx";
import { justRecorded } from "#app/features/handoffs/just-recorded.ts";
import { looksElsewhere, presentHandoff } from "#app/features/handoffs/present-handoff.ts";
import { shownCheckpoint } from "#app/features/handoffs/shown-checkpoint.server.ts";
import { presentStructure } from "#app/features/handoffs/structure-words.ts";
import { dueOf } from "#app/i18n/due.ts";
import { checkpointOfHandoff } from "#db/checkpoints.ts";
import { glassOf, isStuck } from "#db/glass.ts";
import { otherStructures } from "#db/handoff-choices.ts";
import { handoffPage } from "#db/handoff-page.ts";

export async function loader(args: LoaderFunctionArgs) {
	const opened = await openHandoff(args, "handoff");
	const { services, scope, own, acting, language, calendar, timeZone, now } = opened;

	const page = handoffPage(services.db, scope, own, { acting, now });
	const others = looksElsewhere(page)
		? otherStructures(services.db, scope, own.handoffId, now)
		: null;
	return json({
		handoff: presentHandoff(page, language, others?.length !== 0),
		due: page.turn?.clock ? dueOf(calendar, { ...page.turn.clock, now }) : null,
		recorded: justRecorded(args.request.url, page),
		others: others?.map((one) => presentStructure(one, opened)) ?? null,
		checkpoint: shownCheckpoint(checkpointOfHandoff(services.db, own.handoffId)),
		glass: presentGlass(glassOf(services.db, own.handoffId, now)),
		askGlassAt: own.side === "coordinator" && isStuck(page.state) ? own.handle : null,
		timeZone,
	});
}

export default function Handoff() {
	const { glass, askGlassAt, ...page } = useLoaderData<typeof loader>();
	const { timeZone } = page;
	const banner =
		glass || askGlassAt ? <GlassBanner {...{ glass, askAt: askGlassAt, timeZone }} /> : null;
	return <HandoffPage {...page} glass={banner} />;
}
