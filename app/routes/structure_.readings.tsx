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
import { firstReading, readingsOfStructure } from "#db/readings.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "read-structure-audit");
	const { services } = args.context;
	keepReading(services, member, { screen: "readings" });

	const { structureId, territoryId } = member;
	const { timeZone } = workingCalendarOf(services.db, territoryId);
	const asked = spanAsked(args.request.url, {
		first: firstReading(services.db, { structureId }),
		now: services.clock.now(),
		timeZone,
		language: languageOf(args.request),
	});
	const found = readingsOfStructure(services.db, structureId, asked.span, cutOf(asked));
	return json({
		lines: found.rows.map(presentReading),
		...placeIn(asked, found.total),
		timeZone,
	});
}

export default function StructureReadings() {
	return <ReadingsPage whose="structure" {...useLoaderData<typeof loader>()} />;
}
