import "#app/locales/needed/studio.ts";
import { useT } from "#app/i18n/use-t.ts";
import { CheckboxGroup } from "#app/ui/choice-groups.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { EditorForm } from "../editor-form.tsx";
import type { OutcomeView } from "../present-step.ts";
import { SaveRow } from "./save-row.tsx";
import { listField, type StepPart } from "./step-form.tsx";

/**
 * When an outcome is offered: always, after some answers to a question, or once a track has reached
 * a step. A question comes with all its answers; those that do not count are then unticked.
 */
export function OutcomeCondition({ part, outcome }: { part: StepPart; outcome: OutcomeView }) {
	const t = useT("studio");
	const { condition } = outcome;
	const { fact } = condition;
	const id = `condition-${part.id}-${outcome.code}`;
	return (
		<EditorForm
			id={id}
			act="set-condition"
			label={t("part.outcomes.conditionOf", { name: outcome.name })}
			hidden={{ step: part.id, outcome: outcome.code, shown: fact }}
			saved={condition}
			className="mt-6"
			autosave
		>
			{(field, written) => (
				<>
					<SelectField
						{...field("condition", condition.chosen)}
						label={t("part.outcomes.condition")}
						hint={t("part.outcomes.conditionHint")}
						prompt={t("part.outcomes.always")}
						choices={part.conditions}
					/>
					{fact ? (
						<CheckboxGroup
							key={fact}
							{...listField(field("answers"))}
							label={t("part.outcomes.answers", { question: condition.question ?? "" })}
							choices={condition.answers ?? []}
							defaultValue={written("answers") ?? condition.in ?? []}
						/>
					) : null}
					<SaveRow />
				</>
			)}
		</EditorForm>
	);
}
