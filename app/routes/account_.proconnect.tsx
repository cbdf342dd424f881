import "#app/locales/needed/joining.ts";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { linkForm } from "#app/features/accounts/link-form.schema.ts";
import { LinkPage } from "#app/features/accounts/link-page.tsx";
import { ProofFields } from "#app/features/proof/proof-fields.tsx";
import { textKey } from "#app/i18n/text-key.ts";
import { paths } from "#app/paths.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { requireLinkable } from "#app/server/linkable.server.ts";
import { proofAsked, requireFreshProof } from "#app/server/proof.server.ts";
import { arrivedToLink, link, unlink } from "#app/server/provider-entry.server.ts";
import { forgetArrived } from "#app/server/provider-trips.server.ts";
import { isLinked } from "#db/provider-links.ts";

/** The link between one's account and the one at the provider. */
export async function loader(args: LoaderFunctionArgs) {
	const { services } = args.context;
	const { member, label } = await requireLinkable(args);
	return json({
		label,
		linked: isLinked(services.db, member.userId),
		arrived: arrivedToLink(services, args.request, member) !== undefined,
		proof: await proofAsked(args),
	});
}

/** Makes the link, which takes somebody who has just come back from the provider; or cuts it. */
export async function action(args: ActionFunctionArgs) {
	const { services } = args.context;
	const { member } = await requireLinkable(args);
	const proved = await requireFreshProof(args);
	const form = await parseForm(proved.args.request, linkForm);
	if (!form.ok) return json({ errors: form.errors }, 422);
	if (!proved.fresh) return json(proved.answer, proved.status);

	if (form.data.act === "unlink") {
		return unlink(services, member)
			? redirect(paths.accountProvider(), 303)
			: json({ errors: { form: [textKey("joining:link.lastWay")] } }, 422);
	}
	const arrived = arrivedToLink(services, args.request, member);
	if (!arrived) return json({ errors: { form: [textKey("joining:link.over")] } }, 422);
	const headers = { "Set-Cookie": forgetArrived(services) };
	return link(services, member, arrived)
		? redirect(paths.accountProvider(), { status: 303, headers })
		: json({ errors: { form: [textKey("joining:link.taken")] } }, { status: 422, headers });
}

export default function ProviderLink() {
	const { proof, ...state } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	return (
		<LinkPage {...state} answer={answer} proof={<ProofFields ask={proof} answer={answer} />} />
	);
}
