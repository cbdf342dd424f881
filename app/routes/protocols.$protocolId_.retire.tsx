import "#app/locales/needed/agreement.ts";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { retireForm } from "#app/features/agreement/retire-form.schema.ts";
import { RetirePage } from "#app/features/agreement/retire-page.tsx";
import { ProofFields } from "#app/features/proof/proof-fields.tsx";
import { languageOf } from "#app/i18n/languages.ts";
import { textKey } from "#app/i18n/text-key.ts";
import { paths } from "#app/paths.ts";
import { momentOf } from "#app/server/casework.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { requireMember } from "#app/server/member.server.ts";
import { notFound } from "#app/server/not-found.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { proofAsked, requireFreshProof } from "#app/server/proof.server.ts";
import { publishedProtocol } from "#db/protocol-versions.ts";
import { retireProtocol } from "#db/retirement.ts";
import { say } from "#protocols/language/text.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { protocolId, published } = await requirePublished(args);
	const title = say(published.protocol.title, languageOf(args.request));
	return json({
		protocol: { id: protocolId, title, hash: published.hash },
		proof: await proofAsked(args),
	});
}

export async function action(args: ActionFunctionArgs) {
	const { member, protocolId } = await requirePublished(args);
	const proved = await requireFreshProof(args);
	const form = await parseForm(proved.args.request, retireForm);
	if (!form.ok) return json({ errors: form.errors, values: form.values }, 422);
	if (!proved.fresh) return json(proved.answer, proved.status);

	const { services } = args.context;
	const asked = { territoryId: member.territoryId, protocolId, hash: form.data.hash };
	if (retireProtocol(services.db, momentOf(services), member, asked)) {
		return redirect(paths.protocols(), 303);
	}
	const values: Record<string, string> = {};
	return json({ errors: { form: [textKey("agreement:refusals.gone")] }, values }, 409);
}

async function requirePublished(args: LoaderFunctionArgs | ActionFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "publish-protocol");
	const protocolId = args.params.protocolId ?? "";
	const { db } = args.context.services;
	const published = publishedProtocol(db, member.territoryId, protocolId) ?? notFound();
	return { member, protocolId, published };
}

export default function RetireProtocol() {
	const { protocol, proof } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	return (
		<RetirePage {...{ protocol, answer }} proof={<ProofFields ask={proof} answer={answer} />} />
	);
}
