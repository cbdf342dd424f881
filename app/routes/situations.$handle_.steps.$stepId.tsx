import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ProofFields } from "#app/features/proof/proof-fields.tsx";
import { RefusalNotice } from "#app/features/refusals/refusal-notice.tsx";
import { refusalShown } from "#app/features/refusals/refusal-shown.ts";
import { AllNumbers } from "#app/features/shell/all-numbers.tsx";
import { LastLook } from "#app/features/situations/last-look.tsx";
import { presentStepPage } from "#app/features/situations/present-step.ts";
import { afterSaving } from "#app/features/situations/saved-in.ts";
import { StepPage } from "#app/features/situations/step-page.tsx";
import { paths } from "#app/paths.ts";
import { newFormKey } from "#app/server/casework.server.ts";
import { notFound } from "#app/server/not-found.server.ts";
import { proofAsked } from "#app/server/proof.server.ts";
import { wordRefusal } from "#app/server/refusals.server.ts";
import { approachSituation, wordingOf } from "#app/server/situations.server.ts";
import { answerStep } from "#app/server/step-answers.server.ts";
import { stepPage } from "#db/step-page.ts";

export async function loader(args: LoaderFunctionArgs) {
	const approach = await approachSituation(args, "act-on-situation", "step");
	const { services } = args.context;
	const stepId = args.params.stepId ?? "";
	const page = stepPage(services.db, approach.own, approach.reading, stepId) ?? notFound();
	if (!page.refusal && page.step.kind === "handoff") {
		throw redirect(paths.newHandoff(approach.own.handle, stepId), 303);
	}
	const wording = wordingOf(args, approach);
	return json({
		view: presentStepPage(page, wording),
		formKey: newFormKey(services),
		timeZone: wording.calendar.timeZone,
		proof: await proofAsked(args),
		obstacle: page.refusal ? await wordRefusal(args, approach, page.refusal) : null,
	});
}

export async function action(args: ActionFunctionArgs) {
	const approach = await approachSituation(args, "act-on-situation", "step");
	const page =
		stepPage(args.context.services.db, approach.own, approach.reading, args.params.stepId ?? "") ??
		notFound();

	const answered = await answerStep(args, approach, page);
	switch (answered.type) {
		case "recorded":
			return redirect(afterSaving(approach.own.handle, "answered"), 303);
		case "look":
			return json(
				{ look: answered.outcome, values: answered.values, errors: answered.errors },
				answered.status,
			);
		case "change":
			return json({ values: answered.values });
		case "incomplete":
			return json({ errors: answered.errors, values: answered.values }, 422);
		case "refused": {
			const refusal = await wordRefusal(args, approach, answered.refusal);
			return json({ refusal, values: answered.values }, 409);
		}
	}
}

export default function Step() {
	const { view, formKey, timeZone, proof, obstacle } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>() as Partial<Answer> | undefined;
	const looked = view.outcomes.find(({ code }) => code === answer?.look);
	if (looked && !obstacle) {
		const { handle, alias, ageBand, step, questions, seen } = view;
		const values = answer?.values ?? {};
		return (
			<LastLook
				{...{ handle, alias, ageBand, questions, values, formKey, seen }}
				step={step.title}
				outcome={looked}
				numbers={<AllNumbers />}
				answer={answer}
				proof={looked.leads.at === "closed" ? <ProofFields ask={proof} answer={answer} /> : null}
			/>
		);
	}
	const refusal = refusalShown(answer?.refusal, obstacle);
	return (
		<StepPage
			{...{ view, formKey, timeZone, answer }}
			open={!obstacle}
			refusal={refusal ? <RefusalNotice {...refusal} /> : null}
		/>
	);
}

type Answer = {
	look: string;
	values: Record<string, string | string[]>;
	errors: Record<string, string[]>;
	refusal: Awaited<ReturnType<typeof wordRefusal>>;
};
