import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dropForm } from "#app/features/studio/drop-form.schema.ts";
import { DropPage } from "#app/features/studio/drop-page.tsx";
import { languageOf } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { momentOf } from "#app/server/casework.server.ts";
import { requireDraft } from "#app/server/draft-door.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { notFound } from "#app/server/not-found.server.ts";
import { dropDraft, isConsulted } from "#db/drafts.ts";
import { sayWell } from "#protocols/compiler/wording.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { member, draft } = await requireDraft(args, "design-protocol");
	const { territoryId } = member;
	const key = { territoryId, draftId: draft.id };
	return json({
		draftId: draft.id,
		title: sayWell(draft.title, languageOf(args.request)),
		consulted: isConsulted(args.context.services.db, key),
	});
}

export async function action(args: ActionFunctionArgs) {
	const { member, draft } = await requireDraft(args, "design-protocol");
	const form = await parseForm(args.request, dropForm);
	if (!form.ok) return json(null, 422);

	const { services } = args.context;
	const key = { territoryId: member.territoryId, draftId: draft.id };
	switch (dropDraft(services.db, momentOf(services), member, key)) {
		case "dropped":
			return redirect(paths.studio(), 303);
		case "consulted":
			// The page, read anew, says what comes first.
			return json(null, 409);
		case "absent":
			return notFound();
	}
}

export default function DropDraft() {
	return <DropPage {...useLoaderData<typeof loader>()} />;
}
