import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { takeHeard } from "#app/features/duplicates/answer-duplicate.server.ts";
import { duplicateForm } from "#app/features/duplicates/duplicate-form.schema.ts";
import { DuplicatePage } from "#app/features/duplicates/duplicate-page.tsx";
import { presentDuplicate } from "#app/features/duplicates/present-duplicate.ts";
import { ProofFields } from "#app/features/proof/proof-fields.tsx";
import { RefusalNotice } from "#app/features/refusals/refusal-notice.tsx";
import { afterSaving } from "#app/features/situations/saved-in.ts";
import { paths } from "#app/paths.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { proofAsked, requireFreshProof } from "#app/server/proof.server.ts";
import { wordRefusal } from "#app/server/refusals.server.ts";
import { type Approach, approachSituation, wordingOf } from "#app/server/situations.server.ts";
import { atSituation, duplicatePage } from "#db/duplicate-page.ts";
import { confirmPairing } from "#db/pairing-confirmation.ts";
import { offerPairing, refusePairing } from "#db/pairings.ts";

export async function loader(args: LoaderFunctionArgs) {
	const approach = await approachSituation(args, "match-situation", "situation");
	const page = duplicatePage(args.context.services.db, approach.own, approach.reading);
	if (page.closed) throw redirect(paths.situation(page.handle), 303);

	const { language, calendar } = wordingOf(args, approach);
	const { pairing } = page;
	const obstacle = pairing?.is === "taken" ? pairing.obstacle : null;
	return json({
		view: presentDuplicate(page, language, calendar.timeZone),
		obstacle: obstacle && (await wordRefusal(args, approach, obstacle)),
		proof: pairing?.is === "taken" && !obstacle ? await proofAsked(args) : null,
	});
}

export async function action(args: ActionFunctionArgs) {
	const approach = await approachSituation(args, "match-situation", "situation");
	const proved = await requireFreshProof(args);
	const form = await parseForm(proved.args.request, duplicateForm);
	if (!form.ok) return json({ errors: form.errors, values: form.values }, 422);

	const { own, reading } = approach;
	const { db } = args.context.services;
	const at = atSituation(own, reading);
	const here = paths.duplicate(own.handle);
	switch (form.data.wish) {
		case "offer":
			return json({ number: offerPairing(db, at, reading.moment) });
		case "take": {
			const { number } = form.data;
			const nowhere = await takeHeard(args, approach, number);
			if (!nowhere) return redirect(here, 303);
			return json({ errors: nowhere.errors, values: { number } }, nowhere.status);
		}
		case "refuse":
			refusePairing(db, at, reading.moment.now);
			return redirect(here, 303);
		case "confirm":
			if (!proved.fresh) return json(proved.answer, proved.status);
			return confirm(args, approach);
	}
}

async function confirm(args: ActionFunctionArgs, approach: Approach) {
	const { own, reading } = approach;
	const { db } = args.context.services;
	const confirmed = confirmPairing(db, atSituation(own, reading), reading.moment);
	if (confirmed.is === "refused") {
		return json({ refusal: await wordRefusal(args, approach, confirmed.refusal) }, 409);
	}
	const merged = confirmed.is === "merged";
	return redirect(merged ? afterSaving(own.handle, "same") : paths.duplicate(own.handle), 303);
}

export default function Duplicate() {
	const { view, obstacle, proof } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const why = answer && "refusal" in answer ? answer.refusal : obstacle;
	const form = answer && "errors" in answer ? answer : undefined;
	return (
		<DuplicatePage
			{...{ view, answer: form }}
			number={answer && "number" in answer ? answer.number : null}
			refusal={why ? <RefusalNotice {...why} /> : null}
			proof={<ProofFields ask={proof} answer={form} />}
		/>
	);
}
