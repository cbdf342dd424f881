import "#app/locales/needed/colleagues.ts";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeForm } from "#app/features/colleagues/change-form.schema.ts";
import { ColleaguePage } from "#app/features/colleagues/colleague-page.tsx";
import { ProofFields } from "#app/features/proof/proof-fields.tsx";
import { textKey } from "#app/i18n/text-key.ts";
import { paths } from "#app/paths.ts";
import { changeColleague, ownColleague } from "#app/server/colleagues.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { requireMember } from "#app/server/member.server.ts";
import { notFound } from "#app/server/not-found.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { proofAsked, requireFreshProof } from "#app/server/proof.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { member, colleague } = await ownBy(args);
	const { userId, ...shown } = colleague;
	return json({
		colleague: { ...shown, own: userId === member.userId },
		proof: await proofAsked(args),
	});
}

/** Changes what a colleague may do, or closes and opens their access. */
export async function action(args: ActionFunctionArgs) {
	const { member, colleague } = await ownBy(args);
	const proved = await requireFreshProof(args);
	const form = await parseForm(proved.args.request, changeForm);
	if (!form.ok) return json({ errors: form.errors, values: form.values }, 422);
	if (!proved.fresh) return json(proved.answer, proved.status);

	const { act, rights } = form.data;
	const given = { reception: rights.includes("reception"), manager: rights.includes("manager") };
	const change = act === "rights" ? { act, rights: given } : { act };
	const { structureId } = member;
	const refusal = changeColleague(args.context.services, member, colleague, {
		structureId,
		change,
	});
	if (!refusal) return redirect(`${paths.colleagues()}?saved=${savedAs[act]}`, 303);
	return json({ errors: { form: [textKey(`colleagues:refusals.${refusal}`)] } }, 409);
}

const savedAs = { rights: "changed", close: "closed", open: "opened" } as const;

async function ownBy(args: LoaderFunctionArgs | ActionFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "manage-structure");
	const { services } = args.context;
	return {
		member,
		colleague: ownColleague(services, member, args.params.memberId ?? "") ?? notFound(),
	};
}

export default function OneColleague() {
	const { colleague, proof } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	return (
		<ColleaguePage
			colleague={colleague}
			answer={answer}
			proof={<ProofFields ask={proof} answer={answer} />}
		/>
	);
}
