import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { OperatorPage } from "#app/features/operator/operator-page.tsx";
import { shownFigures } from "#app/features/operator/shown-figures.ts";
import { concernsOf } from "#app/server/concerns.server.ts";
import { figuresOf } from "#app/server/figures.server.ts";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { workingCalendarOf } from "#db/circumstances.ts";

/** What the server does, for who administers the instance: figures only. */
export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "administer-instance");
	const { services } = args.context;
	const now = services.clock.now();
	const figures = figuresOf(services);
	return json({
		figures: shownFigures(figures),
		concerns: concernsOf(figures, now),
		now,
		timeZone: workingCalendarOf(services.db, member.territoryId).timeZone,
	});
}

export default function Operator() {
	return <OperatorPage {...useLoaderData<typeof loader>()} />;
}
