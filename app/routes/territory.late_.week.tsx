import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isoWeek, presentEscalated } from "#app/features/late/present-week.ts";
import { WeekPage } from "#app/features/late/week-page.tsx";
import { languageOf } from "#app/i18n/languages.ts";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { keepReading } from "#app/server/readings.server.ts";
import { escalatedItems } from "#db/escalated-list.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "arbitrate-handoff");

	const { services } = args.context;
	keepReading(services, member, { screen: "late" });
	const now = services.clock.now();
	const language = languageOf(args.request);
	const { rows, more } = escalatedItems(services.db, member, now);
	return json({
		week: isoWeek(now),
		rows: rows.map((item, place) => presentEscalated(item, place, language)),
		more,
	});
}

export default function LateThisWeek() {
	return <WeekPage {...useLoaderData<typeof loader>()} />;
}
