import "#app/locales/needed/invitations.ts";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { managerForm } from "#app/features/invitations/invite-form.schema.ts";
import { InvitePage } from "#app/features/invitations/invite-page.tsx";
import { ProofFields } from "#app/features/proof/proof-fields.tsx";
import { textKey } from "#app/i18n/text-key.ts";
import { newFormKey } from "#app/server/casework.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { answerInvite, type InviteAnswer } from "#app/server/invite-answers.server.ts";
import { proofAsked, requireFreshProof } from "#app/server/proof.server.ts";
import { requireKept } from "#app/server/structure-sheets.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { structure } = await requireKept(args);
	return json({
		formKey: newFormKey(args.context.services),
		structureName: structure.name,
		managed: structure.manager,
		proof: await proofAsked(args),
	});
}

/**
 * Invites the manager of a structure that has none. As soon as it has one, its colleagues are its
 * own affair: whoever keeps the directory brings nobody into a team.
 */
export async function action(args: ActionFunctionArgs) {
	const { member, structure } = await requireKept(args);
	const proved = await requireFreshProof(args);
	const form = await parseForm(proved.args.request, managerForm);
	if (!form.ok) return json({ errors: form.errors, values: form.values }, 422);
	if (!proved.fresh) return json(proved.answer, proved.status);
	if (structure.manager) {
		return json({ errors: { form: [textKey("invitations:manager.already")] } }, 409);
	}
	const wish = {
		structureId: structure.id,
		label: form.data.label,
		reception: true,
		manager: true,
		duty: "professional",
		inviter: "keeper",
	} as const;
	const asked = { request: args.request, services: args.context.services, member };
	return answerInvite(asked, wish, form.data);
}

export default function InviteManager() {
	const { formKey, proof, structureName, managed } = useLoaderData<typeof loader>();
	const answer = useActionData<InviteAnswer>();
	return (
		<InvitePage
			kind={{ as: "manager" }}
			structureName={structureName}
			managed={managed}
			formKey={formKey}
			answer={answer}
			outcome={answer?.outcome}
			proof={<ProofFields ask={proof} answer={answer} />}
		/>
	);
}
