import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { presentAct } from "#app/features/readings/present-readings.ts";
import { cutOf, placeIn, spanAsked } from "#app/features/readings/readings-query.ts";
import { TrailPage } from "#app/features/readings/trail-page.tsx";
import { languageOf } from "#app/i18n/languages.ts";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { keepReading } from "#app/server/readings.server.ts";
import { workingCalendarOf } from "#db/circumstances.ts";
import { auditActs } from "#db/schema/audit.ts";
import { firstAct, trailActs } from "#db/trail-acts.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "read-audit");
	const { services } = args.context;
	keepReading(services, member, { screen: "trail" });

	const { territoryId } = member;
	const { timeZone } = workingCalendarOf(services.db, territoryId);
	const asked = spanAsked(args.request.url, {
		first: firstAct(services.db, territoryId),
		now: services.clock.now(),
		timeZone,
		language: languageOf(args.request),
	});
	const wished = new URL(args.request.url).searchParams.get("act");
	const act = auditActs.find((known) => known === wished);
	const found = trailActs(services.db, { territoryId, act }, asked.span, cutOf(asked));
	return json({
		lines: found.rows.map(presentAct),
		...placeIn(asked, found.total),
		acts: [...auditActs],
		act: act ?? ("" as const),
		timeZone,
	});
}

export default function Trail() {
	return <TrailPage {...useLoaderData<typeof loader>()} />;
}
