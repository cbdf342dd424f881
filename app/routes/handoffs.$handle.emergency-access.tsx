import "#app/locales/needed/glass.ts";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askForm } from "#app/features/glass/ask-form.schema.ts";
import { AskPage } from "#app/features/glass/ask-page.tsx";
import { presentGlass } from "#app/features/glass/present-glass.ts";
import { openHandoff } from "#app/features/handoffs/handoff-door.server.ts";
import { ProofFields } from "#app/features/proof/proof-fields.tsx";
import { textKey } from "#app/i18n/text-key.ts";
import { paths } from "#app/paths.ts";
import { momentOf } from "#app/server/casework.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { notFound } from "#app/server/not-found.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { proofAsked, requireFreshProof } from "#app/server/proof.server.ts";
import { askGlass, glassOf } from "#db/glass.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { services, own, now, timeZone } = await openForCoordinator(args);
	return json({
		handle: own.handle,
		glass: presentGlass(glassOf(services.db, own.handoffId, now)),
		timeZone,
		proof: await proofAsked(args),
	});
}

export async function action(args: ActionFunctionArgs) {
	const { services, own, member } = await openForCoordinator(args);
	const proved = await requireFreshProof(args);
	const form = await parseForm(proved.args.request, askForm);
	if (!form.ok) return json({ errors: form.errors, values: form.values }, 422);
	if (!proved.fresh) return json(proved.answer, proved.status);

	const { handoffId, handle } = own;
	const { reason } = form.data;
	const refusal = askGlass(services.db, momentOf(services), member, { handoffId, reason });
	if (!refusal) return redirect(paths.emergencyAccess(handle), 303);
	const errors = { form: [textKey(`glass:refusals.${refusal}`)] };
	return json({ errors, values: { reason } as Record<string, string> }, 409);
}

/** Only who arbitrates, and only from outside: whoever is a party to a handoff acts on it. */
async function openForCoordinator(args: LoaderFunctionArgs | ActionFunctionArgs) {
	const opened = await openHandoff(args, "handoff-act", ({ side }) => side === "coordinator");
	requireMay(opened.member, "arbitrate-handoff");
	return opened.coordinator ? opened : notFound();
}

export default function EmergencyAccess() {
	const { proof, ...page } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	return <AskPage {...page} answer={answer} proof={<ProofFields ask={proof} answer={answer} />} />;
}
