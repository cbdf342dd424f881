import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { presentWhatIf } from "#app/features/moving/present-what-if.ts";
import { whatIfForm } from "#app/features/moving/what-if-form.schema.ts";
import { WhatIfPage } from "#app/features/moving/what-if-page.tsx";
import { StudioTabs } from "#app/features/studio/studio-tabs.tsx";
import { languageOf } from "#app/i18n/languages.ts";
import { requireDraft } from "#app/server/draft-door.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { askWhatIf, readAtOnce } from "#app/server/what-if.server.ts";
import { formerTitle } from "#db/work-list.ts";
import { compileProtocol } from "#protocols/compiler/compile.ts";
import { say } from "#protocols/language/text.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { draft } = await requireDraft(args, "design-protocol");
	return json({ draft: { id: draft.id, title: say(draft.title, languageOf(args.request)) } });
}

export async function action(args: ActionFunctionArgs) {
	const { draft, member } = await requireDraft(args, "design-protocol");
	const form = await parseForm(args.request, whatIfForm);
	if (!form.ok) return json({ view: null }, 422);

	const { services } = args.context;
	const { territoryId, structureId, memberId: actor } = member;
	const { page } = form.data;
	const compiled = compileProtocol(draft.protocol);
	const wish = { territoryId, structureId, actor, draftId: draft.id, draft: compiled };
	const asked = await askWhatIf(services, wish, page);
	const titleOf = (step: string) => formerTitle(services.db, territoryId, step);
	const place = { draft: compiled, language: languageOf(args.request), page, atOnce: readAtOnce };
	return json({ view: presentWhatIf({ ...asked, titleOf }, place) });
}

export default function WhatIf() {
	const { draft } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	return (
		<WhatIfPage
			draftId={draft.id}
			view={answer?.view ?? null}
			tabs={<StudioTabs draftId={draft.id} title={draft.title} />}
		/>
	);
}
