import "#app/locales/needed/texts.ts";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { presentationForm } from "#app/features/texts/presentation-form.schema.ts";
import { PresentationPage } from "#app/features/texts/presentation-page.tsx";
import { textKey } from "#app/i18n/text-key.ts";
import { paths } from "#app/paths.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { writePresentation } from "#app/server/presentations.server.ts";
import { presentationOf } from "#db/presentations.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "manage-structure");
	const { structureId: id, structureName: name } = member;
	const found = presentationOf(args.context.services.db, id);
	return json({
		structure: { id, name },
		text: found?.proposal?.text ?? found?.shown ?? "",
		waits: Boolean(found?.proposal),
		saved: new URL(args.request.url).searchParams.has("saved"),
	});
}

/** Writes what the structure says about itself; what was seen goes to the page and nowhere else. */
export async function action(args: ActionFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "manage-structure");
	const form = await parseForm(args.request, presentationForm);
	if (!form.ok) return json({ errors: form.errors, values: form.values }, 422);

	const result = writePresentation(args.context.services, member, form.data.presentation);
	if (result.state === "shown") return redirect(`${paths.presentation()}?saved`, 303);
	if (result.state === "waiting") return redirect(paths.presentation(), 303);
	const seen = result.stops.map(({ kind, seen }) => ({ kind, seen }));
	const errors = { presentation: [textKey("texts:stopped")] };
	return json({ errors, values: form.data, seen }, 422);
}

export default function Presentation() {
	return (
		<PresentationPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
	);
}
