import "#app/locales/needed/glass.ts";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { decideForm } from "#app/features/glass/decide-form.schema.ts";
import { DecidePage } from "#app/features/glass/decide-page.tsx";
import { ProofFields } from "#app/features/proof/proof-fields.tsx";
import { textKey } from "#app/i18n/text-key.ts";
import { paths } from "#app/paths.ts";
import { momentOf } from "#app/server/casework.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { proofAsked, requireFreshProof } from "#app/server/proof.server.ts";
import { workingCalendarOf } from "#db/circumstances.ts";
import { decideGlass, glassAskedOf } from "#db/glass.ts";
import { showCode } from "#db/pseudonyms/code.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { services, member } = await requireManager(args);
	const { db, clock } = services;
	const asked = glassAskedOf(db, member.structureId, clock.now());
	return json({
		asked: asked.map((one) => ({ ...one, number: showCode(one.number) })),
		timeZone: workingCalendarOf(db, member.territoryId).timeZone,
		done: doneIn(args.request.url),
		proof: asked.length > 0 ? await proofAsked(args) : null,
	});
}

export async function action(args: ActionFunctionArgs) {
	const { services, member } = await requireManager(args);
	const proved = await requireFreshProof(args);
	const form = await parseForm(proved.args.request, decideForm);
	if (!form.ok) return json({ errors: form.errors, values: form.values }, 422);
	if (!proved.fresh) return json(proved.answer, proved.status);

	const { id, decision } = form.data;
	const agrees = decision === "agree";
	const refusal = decideGlass(services.db, momentOf(services), member, { id, agrees });
	if (!refusal) return redirect(`${paths.structureEmergencyAccess()}?done=${decision}`, 303);
	const errors = { form: [textKey(`glass:refusals.${refusal}`)] };
	return json({ errors, values: { id } as Record<string, string> }, 409);
}

async function requireManager(args: LoaderFunctionArgs | ActionFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "manage-structure");
	return { services: args.context.services, member };
}

function doneIn(url: string): "agree" | "refuse" | null {
	const done = new URL(url).searchParams.get("done");
	return done === "agree" || done === "refuse" ? done : null;
}

export default function StructureEmergencyAccess() {
	const { proof, ...page } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	return (
		<DecidePage {...page} answer={answer} proof={<ProofFields ask={proof} answer={answer} />} />
	);
}
