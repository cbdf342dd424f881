import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { colleagueForm } from "#app/features/invitations/invite-form.schema.ts";
import { InvitePage } from "#app/features/invitations/invite-page.tsx";
import { ProofFields } from "#app/features/proof/proof-fields.tsx";
import { newFormKey } from "#app/server/casework.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { answerInvite, type InviteAnswer } from "#app/server/invite-answers.server.ts";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { proofAsked, requireFreshProof } from "#app/server/proof.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	requireMay(await requireMember(args), "invite-colleague");
	return json({ formKey: newFormKey(args.context.services), proof: await proofAsked(args) });
}

/** Invites a colleague to the structure for which the manager acts now. */
export async function action(args: ActionFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "invite-colleague");
	const proved = await requireFreshProof(args);
	const form = await parseForm(proved.args.request, colleagueForm);
	if (!form.ok) return json({ errors: form.errors, values: form.values }, 422);
	if (!proved.fresh) return json(proved.answer, proved.status);

	const { label, rights } = form.data;
	const wish = {
		structureId: member.structureId,
		label,
		reception: rights.includes("reception"),
		manager: rights.includes("manager"),
		duty: "professional",
		inviter: "manager",
	} as const;
	const asked = { request: args.request, services: args.context.services, member };
	return answerInvite(asked, wish, form.data);
}

export default function InviteColleague() {
	const { formKey, proof } = useLoaderData<typeof loader>();
	const answer = useActionData<InviteAnswer>();
	return (
		<InvitePage
			kind={{ as: "colleague" }}
			structureName={null}
			formKey={formKey}
			answer={answer}
			outcome={answer?.outcome}
			proof={<ProofFields ask={proof} answer={answer} />}
		/>
	);
}
