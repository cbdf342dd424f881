import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { WorkingLine } from "#app/features/line/working-line.tsx";
import { answerEdit } from "#app/features/studio/answer-edit.server.ts";
import { EditorPage } from "#app/features/studio/editor-page.tsx";
import { lookOver } from "#app/features/studio/look-over.server.ts";
import { openPart, presentEditor } from "#app/features/studio/present-editor.ts";
import { isoDay } from "#app/i18n/format.ts";
import { languageOf } from "#app/i18n/languages.ts";
import { requireMember } from "#app/server/member.server.ts";
import { notFound } from "#app/server/not-found.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { workingCalendarOf } from "#db/circumstances.ts";
import { noteReader, othersAt } from "#db/draft-readers.ts";
import { draftOf } from "#db/drafts.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "design-protocol");

	const { db, clock } = args.context.services;
	const { territoryId, memberId: by } = member;
	const draft = draftOf(db, { territoryId, draftId: args.params.draftId ?? "" }) ?? notFound();
	const { searchParams } = new URL(args.request.url);
	const asked = searchParams.get("open");
	const now = clock.now();
	const { compiled, found } = lookOver(db, draft, { territoryId, at: now });
	const reading = { territoryId, draftId: draft.id, by, at: now };
	noteReader(db, { ...reading, part: openPart({ compiled, asked }) });

	const { timeZone } = workingCalendarOf(db, territoryId);
	const view = presentEditor({
		...{ draftId: draft.id, revision: draft.revision, compiled, found, asked },
		language: languageOf(args.request),
		wide: searchParams.get("view") === "wide",
		status: {
			savedAt: draft.updatedAt,
			savedToday: isoDay(draft.updatedAt, { timeZone }) === isoDay(now, { timeZone }),
			timeZone,
			canUndo: draft.canUndo,
			canRedo: draft.canRedo,
			others: othersAt(db, reading).map(({ label }) => label),
		},
	});
	return json({ view });
}

export async function action(args: ActionFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "design-protocol");
	return answerEdit(args, member);
}

export default function Draft() {
	const { view } = useLoaderData<typeof loader>();
	return (
		<EditorPage
			key={view.draftId}
			view={view}
			answer={useActionData<typeof action>()}
			drawer={WorkingLine}
		/>
	);
}
