import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { presentReading } from "#app/features/readings/present-readings.ts";
import { ReadingsPage } from "#app/features/readings/readings-page.tsx";
import { cutOf, placeIn, spanAsked } from "#app/features/readings/readings-query.ts";
import { languageOf } from "#app/i18n/languages.ts";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { keepReading } from "#app/server/readings.server.ts";
import { workingCalendarOf } from "#db/circumstances.ts";
import { firstReading, readingsOfMember } from "#db/readings.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "read-own-readings");
	const { services } = args.context;
	keepReading(services, member, { screen: "own-readings" });

	const { memberId, territoryId } = member;
	const { timeZone } = workingCalendarOf(services.db, territoryId);
	const asked = spanAsked(args.request.url, {
		first: firstReading(services.db, { memberId }),
		now: services.clock.now(),
		timeZone,
		language: languageOf(args.request),
	});
	const found = readingsOfMember(services.db, memberId, asked.span, cutOf(asked));
	return json({
		lines: found.rows.map(presentReading),
		...placeIn(asked, found.total),
		timeZone,
	});
}

export default function OwnReadings() {
	return <ReadingsPage whose="own" {...useLoaderData<typeof loader>()} />;
}
