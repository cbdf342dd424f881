import { type ActionFunctionArgs, json, redirect } from "@remix-run/node";
import { readingForm } from "#app/features/texts/reading-form.schema.ts";
import { parseForm } from "./forms.server.ts";
import type { Member } from "./member.server.ts";
import { answerSecond, refusalOf } from "./presentations.server.ts";

/** Answers the form of a second reading, for a structure's own members and for the coordinator. */
export async function answerReading(
	{ request, context }: ActionFunctionArgs,
	member: Member,
	{ structureId, page }: { structureId: string; page: string },
) {
	const form = await parseForm(request, readingForm);
	if (!form.ok) return json({ errors: form.errors }, 422);

	const result = answerSecond(context.services, member, structureId, form.data);
	if (result === "shown") return redirect(`${page}?saved=accepted`, 303);
	if (result === "taken-back") return redirect(`${page}?saved=refused`, 303);
	return json({ errors: { form: [refusalOf(result)] } }, 409);
}
