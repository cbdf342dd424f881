import "#app/locales/needed/agreement.ts";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { publishForm } from "#app/features/agreement/publish-form.schema.ts";
import { PublishPage } from "#app/features/agreement/publish-page.tsx";
import { ProofFields } from "#app/features/proof/proof-fields.tsx";
import { StudioTabs } from "#app/features/studio/studio-tabs.tsx";
import { languageOf } from "#app/i18n/languages.ts";
import { textKey } from "#app/i18n/text-key.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { requireDraft } from "#app/server/draft-door.server.ts";
import {
	actOnPublication,
	openFor,
	publishedBy,
	publishView,
	requireApprover,
} from "#app/server/draft-publication.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { may } from "#app/server/policy.server.ts";
import { proofAsked, requireFreshProof } from "#app/server/proof.server.ts";
import { say } from "#protocols/language/text.ts";

export async function loader(args: LoaderFunctionArgs) {
	const door = await requireDraftToApprove(args);
	const { db } = args.context.services;
	const language = languageOf(args.request);
	const view = publishView(db, door, language);
	return json({
		draft: { id: door.draft.id, title: say(door.draft.title, language) },
		writes: may(door.member, "design-protocol"),
		view,
		consultationId: view?.consultationId ?? null,
		done: publishedBy(db, door),
		saved: savedIn(args.request.url),
		proof: view?.ready ? await proofAsked(args) : null,
	});
}

export async function action(args: ActionFunctionArgs) {
	const door = await requireDraftToApprove(args);
	const proved = await requireFreshProof(args);
	const form = await parseForm(proved.args.request, publishForm);
	if (!form.ok) return json({ errors: form.errors, values: form.values }, 422);
	if (form.data.act === "publish" && !proved.fresh) return json(proved.answer, proved.status);

	const { services } = args.context;
	const open = openFor(services.db, door);
	const refusal = open
		? actOnPublication(services, door.member, open, form.data)
		: textKey("agreement:refusals.ended");
	const values: Record<string, string> = {};
	if (refusal) return json({ errors: { form: [refusal] }, values }, 409);
	return redirect(`${paths.draftPublication(door.draft.id)}?saved=${form.data.act}`, 303);
}

async function requireDraftToApprove(args: LoaderFunctionArgs | ActionFunctionArgs) {
	const door = await requireDraft(args, "approve-protocol");
	requireApprover(args.context.services.db, door.member);
	return door;
}

function savedIn(url: string): "warning" | "text" | null {
	const saved = new URL(url).searchParams.get("saved");
	return saved === "warning" || saved === "text" ? saved : null;
}

export default function Publish() {
	const t = useT("agreement");
	const { draft, writes, view, consultationId, done, saved, proof } =
		useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const toConsultation = consultationId
		? paths.consultation(consultationId)
		: paths.consultations();
	return (
		<PublishPage
			{...{ view, done, saved, answer }}
			draftId={draft.id}
			tabs={writes ? <StudioTabs draftId={draft.id} title={draft.title} /> : null}
			back={writes ? undefined : { to: toConsultation, label: t("publish.back") }}
			proof={<ProofFields ask={proof} answer={answer} />}
		/>
	);
}
