import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { presentStudio } from "#app/features/studio/present-studio.ts";
import { StudioPage } from "#app/features/studio/studio-page.tsx";
import { languageOf } from "#app/i18n/languages.ts";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { workingCalendarOf } from "#db/circumstances.ts";
import { draftsOf } from "#db/drafts.ts";
import { standingsOf } from "#db/settled-consultations.ts";
import { sharedWith } from "#db/shared-protocols.ts";
import { versionList } from "#db/version-list.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "design-protocol");

	const { db, clock } = args.context.services;
	const { territoryId } = member;
	const { timeZone } = workingCalendarOf(db, territoryId);
	const listed = {
		...{ drafts: draftsOf(db, territoryId), versions: versionList(db, territoryId) },
		standings: standingsOf(db, territoryId),
		sharers: new Map(sharedWith(db, territoryId).map((each) => [each.territoryId, each.territory])),
		...{ now: clock.now(), timeZone },
	};
	return json({ view: presentStudio(listed, languageOf(args.request)) });
}

export default function Studio() {
	return <StudioPage view={useLoaderData<typeof loader>().view} />;
}
