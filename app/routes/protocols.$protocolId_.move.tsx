import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
	moveChosen,
	movingView,
	requirePublished,
} from "#app/features/moving/answer-move.server.ts";
import { moveForm } from "#app/features/moving/move-form.schema.ts";
import { MovePage } from "#app/features/moving/move-page.tsx";
import { ProofFields } from "#app/features/proof/proof-fields.tsx";
import { paths } from "#app/paths.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { proofAsked, requireFreshProof } from "#app/server/proof.server.ts";
import { keepReading } from "#app/server/readings.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "publish-protocol");
	requirePublished(args, member);
	keepReading(args.context.services, member, { screen: "moving" });

	const { searchParams } = new URL(args.request.url);
	const page = Number(searchParams.get("page") ?? 1);
	const asked = {
		from: searchParams.get("from") ?? undefined,
		page: Number.isInteger(page) && page >= 1 && page <= 500 ? page : 1,
	};
	const saved = Number(searchParams.get("saved") ?? Number.NaN);
	return json({
		protocolId: args.params.protocolId ?? "",
		view: movingView(args, member, asked),
		moved: Number.isInteger(saved) && saved >= 0 ? saved : null,
		proof: await proofAsked(args),
	});
}

export async function action(args: ActionFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "publish-protocol");
	requirePublished(args, member);
	// Whatever the form says, its answer shows the situations again.
	keepReading(args.context.services, member, { screen: "moving" });

	const proved = await requireFreshProof(args);
	const form = await parseForm(proved.args.request, moveForm);
	if (!form.ok) return json({ errors: form.errors, values: form.values, view: null }, 422);
	const chosen = form.data;
	const view = () => movingView(args, member, { ...chosen, chosen });
	if (chosen.one === undefined && chosen.intent !== "all") {
		return json({ errors: {}, values: {}, view: view() });
	}
	if (!proved.fresh) return json({ ...proved.answer, view: view() }, proved.status);

	const { moved, refused } = moveChosen(args, member, chosen);
	// Nothing was moved: the page says again of each why not.
	if (moved === 0 && refused > 0) return json({ errors: {}, values: {}, view: view() }, 409);
	const back = paths.moveSituations(args.params.protocolId ?? "");
	return redirect(`${back}?from=${chosen.from}&saved=${moved}`, 303);
}

export default function MoveSituations() {
	const { protocolId, view, moved, proof } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	return (
		<MovePage
			protocolId={protocolId}
			view={answer?.view ?? view}
			moved={answer ? null : moved}
			answer={answer}
			proof={<ProofFields ask={proof} answer={answer} />}
		/>
	);
}
