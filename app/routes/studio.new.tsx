import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NewPage } from "#app/features/studio/new-page.tsx";
import { presentStarts } from "#app/features/studio/present-starts.ts";
import { startDraft } from "#app/features/studio/start-draft.server.ts";
import { languageOf } from "#app/i18n/languages.ts";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { sharedWith } from "#db/shared-protocols.ts";
import { versionList } from "#db/version-list.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "design-protocol");

	const { db } = args.context.services;
	const { territoryId } = member;
	const starts = { versions: versionList(db, territoryId), shared: sharedWith(db, territoryId) };
	return json({ view: presentStarts(starts, languageOf(args.request)) });
}

export async function action(args: ActionFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "design-protocol");
	return startDraft(args, member);
}

export default function NewDraft() {
	const { view } = useLoaderData<typeof loader>();
	return <NewPage view={view} answer={useActionData<typeof action>()} />;
}
