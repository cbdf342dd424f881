import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ActBlocked, ActPage } from "#app/features/handoffs/act-page.tsx";
import { answerAct } from "#app/features/handoffs/answer-act.server.ts";
import { openAct } from "#app/features/handoffs/open-act.server.ts";
import { wantsProof } from "#app/features/handoffs/proved-acts.ts";
import { ProofFields } from "#app/features/proof/proof-fields.tsx";
import { RefusalNotice } from "#app/features/refusals/refusal-notice.tsx";
import { type AnyRefusal, refusalText } from "#app/features/refusals/refusal-text.ts";
import { AllNumbers } from "#app/features/shell/all-numbers.tsx";
import { newFormKey } from "#app/server/casework.server.ts";
import { proofAsked } from "#app/server/proof.server.ts";
import { refusalNames } from "#db/refusal-names.ts";

type Opened = Awaited<ReturnType<typeof openAct>>;

export async function loader(args: LoaderFunctionArgs) {
	const opened = await openAct(args);
	const { page, refusal, own } = opened;
	if (refusal) {
		const blocked = { handle: own.handle, act: page.options.act };
		const why = await worded(opened, refusal);
		return json({ blocked, page: null, refusal: why, proof: null }, 409);
	}
	const formKey = newFormKey(opened.services);
	const proof = wantsProof(opened.form.act) ? await proofAsked(args) : null;
	return json({ blocked: null, page: { ...page, formKey }, refusal: null, proof });
}

export async function action(args: ActionFunctionArgs) {
	const opened = await openAct(args);
	const answer = await answerAct(args, opened);

	if (answer.is === "recorded") return redirect(answer.to, 303);
	if (answer.is === "look") {
		const { look, errors, status } = answer;
		return json({ look, errors, refusal: null }, status);
	}
	const { values } = answer;
	if (answer.is === "refused") {
		return json({ values, refusal: await worded(opened, answer.refusal) }, 409);
	}
	return json({ errors: answer.errors, values, refusal: null }, answer.status);
}

function worded({ services, scope, own, language }: Opened, refusal: AnyRefusal) {
	const names = refusalNames(services.db, scope, own.situationPk, language);
	return refusalText(refusal, language, names);
}

export default function Act() {
	const { blocked, page, refusal, proof } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const why = answer?.refusal ?? refusal;
	const notice = why ? <RefusalNotice {...why} /> : null;
	if (!page) return blocked ? <ActBlocked {...blocked} refusal={notice} /> : null;
	return (
		<ActPage
			// From one act to another, what was typed and refused stays behind.
			key={page.options.act}
			{...page}
			answer={answer}
			refusal={notice}
			emergency={<AllNumbers />}
			proof={<ProofFields ask={proof} answer={answer} />}
		/>
	);
}
