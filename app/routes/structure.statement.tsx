import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { spanAsked } from "#app/features/readings/readings-query.ts";
import { StatementPage } from "#app/features/readings/statement-page.tsx";
import { languageOf } from "#app/i18n/languages.ts";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { showShortForm } from "#db/checkpoint-text.ts";
import { workingCalendarOf } from "#db/circumstances.ts";
import { firstCheckpoint, statementOf } from "#db/statement.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "read-structure-audit");

	const { db, clock } = args.context.services;
	const { structureId, structureName, territoryId } = member;
	const { timeZone } = workingCalendarOf(db, territoryId);
	const { month, months, span } = spanAsked(args.request.url, {
		first: firstCheckpoint(db),
		now: clock.now(),
		timeZone,
		language: languageOf(args.request),
	});
	const lines = statementOf(db, structureId, span);
	return json({
		lines: lines.map((line) => ({ ...line, short: showShortForm(line.short) })),
		structureName,
		month,
		months,
		timeZone,
	});
}

export default function Statement() {
	return <StatementPage {...useLoaderData<typeof loader>()} />;
}
