import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ProofFields } from "#app/features/proof/proof-fields.tsx";
import { policyForm } from "#app/features/retention/policy-form.schema.ts";
import { PolicyPage } from "#app/features/retention/policy-page.tsx";
import { presentPolicy } from "#app/features/retention/present-policy.ts";
import { languageOf } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { momentOf } from "#app/server/casework.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { proofAsked, requireFreshProof } from "#app/server/proof.server.ts";
import { changeRetention, retentionOf } from "#db/retention-policy.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "keep-retention");

	const { policy } = retentionOf(args.context.services.db, member.territoryId);
	return json({
		view: presentPolicy(policy, languageOf(args.request)),
		saved: new URL(args.request.url).searchParams.has("saved"),
		proof: await proofAsked(args),
	});
}

export async function action(args: ActionFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "keep-retention");

	const proved = await requireFreshProof(args);
	const form = await parseForm(proved.args.request, policyForm);
	if (!form.ok) return json({ errors: form.errors, values: form.values }, 422);
	if (!proved.fresh) return json(proved.answer, proved.status);

	const { services } = args.context;
	const { memberId: actor, structureId, territoryId } = member;
	const change = { territoryId, actor, structureId, policy: form.data };
	const [refusal] = changeRetention(services.db, momentOf(services), change);
	if (refusal) throw new RangeError(`The form let a policy pass: ${refusal.code}.`);
	return redirect(`${paths.retention()}?saved`, 303);
}

export default function Retention() {
	const { view, saved, proof } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	return (
		<PolicyPage {...{ view, saved, answer }} proof={<ProofFields ask={proof} answer={answer} />} />
	);
}
