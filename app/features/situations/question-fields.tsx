import "#app/locales/needed/situations.ts";
import { useT } from "#app/i18n/use-t.ts";
import { CheckboxGroup, RadioGroup } from "#app/ui/choice-groups.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import type { useKindForm } from "#app/ui/use-kind-form.ts";
import type { Question } from "./present-step.ts";

/** Beyond so many answers, a list that opens reads better than buttons. */
const mostInView = 9;

type Props = {
	questions: Question[];
	form: ReturnType<typeof useKindForm>;
	/** What was sent, if the form comes back; else what was held is shown. */
	answered: boolean;
};

/** The closed questions of a step: radios, boxes with at most so many, or a list. */
export function QuestionFields({ questions, form, answered }: Props) {
	return questions.map((question) => (
		<QuestionField key={question.name} {...{ question, form, answered }} />
	));
}

type FieldProps = Omit<Props, "questions"> & { question: Question };

function QuestionField({ question, form, answered }: FieldProps) {
	const t = useT("situations");
	const { name, label, most, choices, held, onlyToClose } = question;
	const hint = onlyToClose ? t("step.onlyToClose") : undefined;
	if (most > 1) {
		const field = form.choices(name);
		return (
			<CheckboxGroup
				{...field}
				{...{ label, most, choices }}
				defaultValue={answered ? field.defaultValue : held}
			/>
		);
	}
	const field = form.field(name);
	const shown = { ...field, label, hint, choices, optional: onlyToClose };
	const defaultValue = answered ? field.defaultValue : held[0];
	if (choices.length > mostInView) {
		return (
			<SelectField {...shown} prompt={t("opening.sourcePrompt")} defaultValue={defaultValue} />
		);
	}
	return <RadioGroup {...shown} defaultValue={defaultValue} />;
}
