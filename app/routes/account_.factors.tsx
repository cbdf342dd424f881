import "#app/locales/needed/factors.ts";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ownFactorsForm } from "#app/features/factors/own-factors.schema.ts";
import { FactorsGate, OwnFactorsPage } from "#app/features/factors/own-factors-page.tsx";
import { ProofFields } from "#app/features/proof/proof-fields.tsx";
import { textKey } from "#app/i18n/text-key.ts";
import { paths } from "#app/paths.ts";
import { factorsOf } from "#app/server/factors.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { requireStage } from "#app/server/member.server.ts";
import { notFound } from "#app/server/not-found.server.ts";
import { removeFactor, renewBackupCodes } from "#app/server/own-factors.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { proofAsked, requireFreshProof } from "#app/server/proof.server.ts";
import { passkeysOf } from "#db/passkeys.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { session, member } = await requireStage(args, "open");
	requireMay(member, "read-account");
	const { services } = args.context;
	return json({
		proof: await proofAsked(args),
		keys: passkeysOf(services.db, session.userId),
		factors: factorsOf(services, session.userId),
	});
}

export async function action(args: ActionFunctionArgs) {
	const entry = await requireStage(args, "open");
	requireMay(entry.member, "read-account");
	const { services } = args.context;
	const proved = await requireFreshProof(args);
	const form = await parseForm(proved.args.request, ownFactorsForm);
	if (!form.ok) throw new Response(null, { status: 400 });
	if (!proved.fresh) return json({ ...nothing, errors: proved.answer.errors }, proved.status);

	const { change } = form.data;
	if (change === "confirm") return redirect(paths.accountFactors(), 303);
	if (change === "paper") return json({ ...nothing, codes: renewBackupCodes(services, entry) });
	const id = change.split(":")[1];
	const factor = id === undefined ? { kind: "codes" as const } : { kind: "passkey" as const, id };
	const removed = removeFactor(services, entry, factor);
	if (removed === "absent") notFound();
	if (removed === "last") {
		return json({ ...nothing, errors: { form: [textKey("factors:own.last")] } }, 422);
	}
	return json({ ...nothing, removed: true });
}

type Answer = { errors?: Record<string, string[]>; removed: boolean; codes: string[] | null };

const nothing: Answer = { removed: false, codes: null };

export default function OwnFactors() {
	const { proof, keys, factors } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>() as Answer | undefined;
	if (proof) {
		return <FactorsGate answer={answer} proof={<ProofFields ask={proof} answer={answer} />} />;
	}
	return <OwnFactorsPage keys={keys} factors={factors} answer={answer} />;
}
