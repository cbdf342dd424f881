import "#app/locales/needed/agreement.ts";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ruleForm } from "#app/features/agreement/rule-form.schema.ts";
import { RulePage } from "#app/features/agreement/rule-page.tsx";
import { ProofFields } from "#app/features/proof/proof-fields.tsx";
import { languageOf } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { proofAsked, requireFreshProof } from "#app/server/proof.server.ts";
import { ruleView, setRule } from "#app/server/signature-rules.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "publish-protocol");

	return json({
		view: ruleView(args.context.services.db, member.territoryId, languageOf(args.request)),
		saved: new URL(args.request.url).searchParams.has("saved"),
		proof: await proofAsked(args),
	});
}

export async function action(args: ActionFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "publish-protocol");

	const proved = await requireFreshProof(args);
	const form = await parseForm(proved.args.request, ruleForm);
	if (!form.ok) return json({ errors: form.errors, values: form.values }, 422);
	if (!proved.fresh) return json(proved.answer, proved.status);

	setRule(args.context.services, member, form.data);
	return redirect(`${paths.signatures()}?saved`, 303);
}

export default function Signatures() {
	const { view, saved, proof } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	return (
		<RulePage {...{ view, saved, answer }} proof={<ProofFields ask={proof} answer={answer} />} />
	);
}
