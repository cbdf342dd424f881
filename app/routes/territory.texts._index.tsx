import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { presentFinding } from "#app/features/texts/present-findings.ts";
import { TextsPage } from "#app/features/texts/texts-page.tsx";
import { languageOf } from "#app/i18n/languages.ts";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { namingOf } from "#app/server/public-texts.server.ts";
import { workingCalendarOf } from "#db/circumstances.ts";
import { waitingPresentations } from "#db/presentations.ts";
import { keptFindings } from "#db/text-scan.ts";

/** What waits for a second person, and what the latest look at all public texts found. */
export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "keep-directory");
	const { db } = args.context.services;
	const { territoryId } = member;
	const naming = namingOf(db, territoryId, languageOf(args.request));
	return json({
		waiting: waitingPresentations(db, territoryId),
		findings: keptFindings(db, territoryId).map((finding) => presentFinding(finding, naming)),
		timeZone: workingCalendarOf(db, territoryId).timeZone,
	});
}

export default function PublicTexts() {
	return <TextsPage {...useLoaderData<typeof loader>()} />;
}
