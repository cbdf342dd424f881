import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerPreparation } from "#app/features/handoffs/answer-preparation.server.ts";
import { openPreparation } from "#app/features/handoffs/open-preparation.server.ts";
import { PreparationBlocked, PreparePage } from "#app/features/handoffs/prepare-page.tsx";
import { ProofFields } from "#app/features/proof/proof-fields.tsx";
import { RefusalNotice } from "#app/features/refusals/refusal-notice.tsx";
import { type AnyRefusal, refusalText } from "#app/features/refusals/refusal-text.ts";
import { AllNumbers } from "#app/features/shell/all-numbers.tsx";
import { newFormKey } from "#app/server/casework.server.ts";
import { proofAsked } from "#app/server/proof.server.ts";
import { refusalNames } from "#db/refusal-names.ts";

type Opened = Awaited<ReturnType<typeof openPreparation>>;

export async function loader(args: LoaderFunctionArgs) {
	const opened = await openPreparation(args);
	const { page, refusal, own, services } = opened;
	if (refusal) {
		const blocked = { handle: own.handle, title: page.title };
		const why = await worded(opened, refusal);
		return json({ blocked, page: null, refusal: why, proof: null }, 409);
	}
	const formKey = newFormKey(services);
	const proof = await proofAsked(args);
	return json({ blocked: null, page: { ...page, formKey }, refusal: null, proof });
}

export async function action(args: ActionFunctionArgs) {
	const opened = await openPreparation(args);
	const answer = await answerPreparation(args, opened);

	if (answer.is === "recorded") return redirect(answer.to, 303);
	if (answer.is === "look") {
		const { look, errors, status } = answer;
		return json({ look, errors, refusal: null }, status);
	}
	if (answer.is === "danger") return json({ danger: true, values: answer.values, refusal: null });
	if (answer.is === "incomplete") {
		const { errors, values, status } = answer;
		return json({ errors, values, refusal: null }, status);
	}
	const refusal = await worded(opened, answer.refusal);
	return json({ values: answer.values, refusal }, 409);
}

function worded({ services, scope, own, language }: Opened, refusal: AnyRefusal) {
	const names = refusalNames(services.db, scope, own.situationPk, language);
	return refusalText(refusal, language, names);
}

export default function PrepareHandoff() {
	const { blocked, page, refusal, proof } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const why = answer?.refusal ?? refusal;
	const notice = why ? <RefusalNotice {...why} /> : null;
	if (!page) return blocked ? <PreparationBlocked {...blocked} refusal={notice} /> : null;
	return (
		<PreparePage
			page={page}
			answer={answer}
			refusal={notice}
			emergency={<AllNumbers />}
			proof={<ProofFields ask={proof} answer={answer} />}
		/>
	);
}
