import "#app/locales/needed/handoffs.ts";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { CheckboxGroup, RadioGroup } from "#app/ui/choice-groups.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Section } from "#app/ui/page.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import { dangerAnswers } from "./danger-answers.ts";
import { CallNow } from "./prepare-danger.tsx";
import type { PreparationAnswer } from "./prepare-page.tsx";
import { PrepareRecipients } from "./prepare-recipients.tsx";
import type { PresentedPreparation } from "./present-preparation.ts";

type Props = {
	page: PresentedPreparation & { formKey: string };
	answer: PreparationAnswer | undefined;
	emergency: ReactNode;
};

/** The questions of a preparation, danger first. */
export function PrepareForm({ page, answer, emergency }: Props) {
	const t = useT("handoffs");
	const form = useKindForm({ ...(answer ? { answer } : {}), schema: schemaOf(page.shape) });
	const external = page.shape.external;
	return (
		<Form method="post" {...form.props}>
			<FormErrors {...form.summary} />
			<HiddenFields values={{ key: page.formKey, seen: page.seen }} />
			<div>
				<Section title={t("prepare.dangerTitle")}>
					<div className="group/danger">
						<RadioGroup
							{...form.field("danger")}
							label={t("prepare.danger")}
							hint={t("prepare.dangerHint")}
							choices={dangerAnswers.map((value) => ({
								value,
								label: t(`prepare.danger${value}`),
							}))}
						/>
						<div className="mb-6 hidden group-has-[input[value=NOW]:checked]/danger:block">
							<CallNow page={page} emergency={emergency} />
						</div>
					</div>
				</Section>
				{external ? null : (
					<Section title={t("prepare.recipientTitle")}>
						<PrepareRecipients page={page} form={form} />
					</Section>
				)}
				{page.questions.length > 0 ? (
					<Section title={t("prepare.questionsTitle")}>
						<p className="mb-4 text-ink-soft">{t("prepare.questionsHint")}</p>
						{page.questions.map((question) => (
							<Question key={question.name} question={question} form={form} />
						))}
					</Section>
				) : null}
				<Section title={t("prepare.informationTitle")}>
					<RadioGroup
						{...form.field("information")}
						label={t("prepare.information")}
						choices={page.information}
					/>
				</Section>
			</div>
			<Actions>
				<Button name="stage" value="look">
					{external ? t("prepare.lookExternal") : t("prepare.look")}
				</Button>
				<Button name="stage" value="keep" kind="quiet">
					{t("prepare.keep")}
				</Button>
			</Actions>
		</Form>
	);
}

type QuestionProps = {
	question: PresentedPreparation["questions"][number];
	form: ReturnType<typeof useKindForm>;
};

function Question({ question: { name, label, most, choices, before }, form }: QuestionProps) {
	if (most > 1) {
		const field = form.choices(name);
		const given = field.defaultValue.length > 0 ? field.defaultValue : before;
		return <CheckboxGroup {...field} defaultValue={given} {...{ label, choices, most }} />;
	}
	const field = form.field(name);
	const given = field.defaultValue ?? before[0];
	return (
		<RadioGroup {...field} {...(given ? { defaultValue: given } : {})} {...{ label, choices }} />
	);
}

/* The server's own schema, fetched when someone begins to answer. */
function schemaOf(shape: PresentedPreparation["shape"]) {
	return () =>
		import("./prepare-form.schema.ts").then(({ preparationChecks }) => preparationChecks(shape));
}
