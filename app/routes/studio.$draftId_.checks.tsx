import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ChecksPage } from "#app/features/checker/checks-page.tsx";
import { presentChecks } from "#app/features/checker/present-checks.ts";
import { StudioTabs } from "#app/features/studio/studio-tabs.tsx";
import { languageOf } from "#app/i18n/languages.ts";
import { requireDraft } from "#app/server/draft-door.server.ts";
import { findingsOf } from "#db/checks.ts";
import { workingCalendarOf } from "#db/circumstances.ts";
import { territoryFacts } from "#db/territory-facts.ts";
import { compileProtocol } from "#protocols/compiler/compile.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { draft, member } = await requireDraft(args, "design-protocol");
	const { db } = args.context.services;
	const { territoryId } = member;
	const compiled = compileProtocol(draft.protocol);
	const view = presentChecks({
		draftId: draft.id,
		compiled,
		findings: findingsOf(db, territoryId, draft.protocol, compiled),
		facts: territoryFacts(db, territoryId),
		workDays: workingCalendarOf(db, territoryId).workDays,
		language: languageOf(args.request),
	});
	return json({ view });
}

export default function Checks() {
	const { view } = useLoaderData<typeof loader>();
	return (
		<>
			<StudioTabs draftId={view.draftId} title={view.title} />
			<ChecksPage view={view} />
		</>
	);
}
