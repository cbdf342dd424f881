import "#app/locales/needed/situations.ts";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { dueMark, useDue } from "#app/i18n/use-due.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button, LinkButton } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Page } from "#app/ui/page.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import { OutcomeChoices } from "./outcome-choices.tsx";
import type { StepView } from "./present-step.ts";
import { QuestionFields } from "./question-fields.tsx";
import { WhyThisStep } from "./step-card.tsx";
import { stepShapeOf } from "./step-shape.ts";

type Props = {
	view: StepView;
	timeZone: string;
	formKey: string;
	answer?: FormAnswer;
	/** Why nothing was recorded, above the form. */
	refusal: ReactNode;
	/** The step waits for this structure; otherwise the refusal says what else to do. */
	open: boolean;
};

/** One step to answer: what helps, the closed questions, how it ends and where that leads. */
export function StepPage({ view, timeZone, formKey, answer, refusal, open }: Props) {
	const t = useT("situations");
	const due = useDue(timeZone);
	const { step, handle, alias } = view;
	return (
		<Page
			title={step.title}
			above={[alias, step.place].filter(Boolean).join(" · ")}
			back={{ to: paths.situation(handle), label: t("backTo") }}
		>
			{refusal}
			{open ? (
				<StepForm {...{ view, formKey, answer }}>
					<div className="mb-8 max-w-measure">
						<StatusTag kind={dueMark(step.due)}>{due(step.due)}</StatusTag>
						{step.help ? <p className="mt-2">{step.help.guidance}</p> : null}
						<WhyThisStep step={step} />
					</div>
				</StepForm>
			) : (
				<LinkButton to={paths.situation(handle)}>{t("backTo")}</LinkButton>
			)}
		</Page>
	);
}

type FormProps = Pick<Props, "view" | "formKey" | "answer"> & {
	/** What helps to answer, under what was wrong. */
	children: ReactNode;
};

function StepForm({ view, formKey, answer, children }: FormProps) {
	const t = useT("situations");
	const { questions, outcomes, seen } = view;
	const schema = () =>
		import("./step-form.schema.ts").then(({ stepFormInBrowser }) =>
			stepFormInBrowser(stepShapeOf(view)),
		);
	const form = useKindForm({ answer, schema });
	return (
		<Form method="post" {...form.props}>
			<FormErrors {...form.summary} />
			<HiddenFields values={{ key: formKey, seen }} />
			{children}
			<QuestionFields
				questions={questions.filter(({ onlyToClose }) => !onlyToClose)}
				form={form}
				answered={Boolean(answer)}
			/>
			<OutcomeChoices outcomes={outcomes} field={form.field("outcome")} />
			<QuestionFields
				questions={questions.filter(({ onlyToClose }) => onlyToClose)}
				form={form}
				answered={Boolean(answer)}
			/>
			<Actions>
				<Button>{t("step.submit")}</Button>
			</Actions>
		</Form>
	);
}
