import "#app/locales/needed/agreement.ts";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { consultForm } from "#app/features/agreement/consult-form.schema.ts";
import { ConsultPage } from "#app/features/agreement/consult-page.tsx";
import { StudioTabs } from "#app/features/studio/studio-tabs.tsx";
import { languageOf } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { actOnDraft, consultView } from "#app/server/draft-consultation.server.ts";
import { requireDraft } from "#app/server/draft-door.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { say } from "#protocols/language/text.ts";

export async function loader(args: LoaderFunctionArgs) {
	const door = await requireDraft(args, "design-protocol");
	const language = languageOf(args.request);
	return json({
		title: say(door.draft.title, language),
		view: consultView(args.context.services.db, door, language),
		saved: savedIn(args.request.url),
	});
}

export async function action(args: ActionFunctionArgs) {
	const door = await requireDraft(args, "design-protocol");
	const form = await parseForm(args.request, consultForm);
	if (!form.ok) return json({ errors: form.errors, values: form.values }, 422);

	const refusal = actOnDraft(args.context.services, door, form.data);
	if (refusal) return json({ errors: { form: [refusal] }, values: {} }, 409);
	return redirect(`${paths.draftConsultation(door.draft.id)}?saved=${form.data.act}`, 303);
}

function savedIn(url: string): "open" | "withdraw" | null {
	const saved = new URL(url).searchParams.get("saved");
	return saved === "open" || saved === "withdraw" ? saved : null;
}

export default function DraftConsultation() {
	const { title, view, saved } = useLoaderData<typeof loader>();
	const tabs = <StudioTabs draftId={view.draftId} title={title} />;
	return <ConsultPage {...view} {...{ tabs, saved }} answer={useActionData<typeof action>()} />;
}
