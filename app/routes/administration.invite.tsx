import "#app/locales/needed/invitations.ts";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { dutyForm } from "#app/features/invitations/invite-form.schema.ts";
import { InvitePage } from "#app/features/invitations/invite-page.tsx";
import { ProofFields } from "#app/features/proof/proof-fields.tsx";
import { textKey } from "#app/i18n/text-key.ts";
import { newFormKey } from "#app/server/casework.server.ts";
import { requireAdministered } from "#app/server/duties.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { answerInvite, type InviteAnswer } from "#app/server/invite-answers.server.ts";
import { proofAsked, requireFreshProof } from "#app/server/proof.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { territories } = await requireAdministered(args);
	return json({
		formKey: newFormKey(args.context.services),
		territories: territories
			.filter(({ coordinationId }) => coordinationId !== undefined)
			.map(({ id, name }) => ({ value: id, label: name })),
		proof: await proofAsked(args),
	});
}

/**
 * Invites somebody who will serve a territory. Whoever coordinates also answers for the structure
 * of coordination and its reception, so that neither is ever without anybody.
 */
export async function action(args: ActionFunctionArgs) {
	const { member, territories } = await requireAdministered(args);
	const proved = await requireFreshProof(args);
	const form = await parseForm(proved.args.request, dutyForm);
	if (!form.ok) return json({ errors: form.errors, values: form.values }, 422);
	if (!proved.fresh) return json(proved.answer, proved.status);

	const { duty, label, territory } = form.data;
	const structureId = territories.find(({ id }) => id === territory)?.coordinationId;
	if (structureId === undefined) {
		const missing = [textKey("invitations:duty.territoryMissing")];
		return json({ errors: { territory: missing }, values: form.data }, 422);
	}
	const coordinates = duty === "coordinator";
	const rights = { reception: coordinates, manager: coordinates };
	const asked = { request: args.request, services: args.context.services, member };
	const wish = { structureId, label, duty, inviter: "administrator", ...rights } as const;
	return answerInvite(asked, wish, form.data);
}

export default function InviteToDuty() {
	const { formKey, proof, territories } = useLoaderData<typeof loader>();
	const answer = useActionData<InviteAnswer>();
	return (
		<InvitePage
			kind={{ as: "duty", territories }}
			structureName={null}
			formKey={formKey}
			answer={answer}
			outcome={answer?.outcome}
			proof={<ProofFields ask={proof} answer={answer} />}
		/>
	);
}
