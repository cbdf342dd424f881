import "#app/locales/needed/studio.ts";
import { useT } from "#app/i18n/use-t.ts";
import { CheckboxGroup } from "#app/ui/choice-groups.tsx";
import { Details } from "#app/ui/details.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { BilingualField } from "../bilingual-field.tsx";
import { stepKinds } from "../closed-lists.ts";
import { EditorForm } from "../editor-form.tsx";
import type { PartView } from "../present-part.ts";
import { DelayFields } from "./delay-fields.tsx";
import { HandoffFields } from "./handoff-fields.tsx";
import { SaveRow } from "./save-row.tsx";

export type StepPart = Extract<PartView, { kind: "step" }>;

/** A step without its outcomes: who, what, within how long, with which advice and which questions. */
export function StepForm({ part }: { part: StepPart }) {
	const t = useT("studio");
	const { step, outcomes, roles, questions } = part;
	const bases = ["law", "example", "proposal"] as const;
	return (
		<EditorForm
			id={`step-${part.id}`}
			act="set-step"
			hidden={{ step: part.id }}
			saved={step}
			autosave
		>
			{(field, written) => (
				<>
					<BilingualField
						{...{ field, name: "title", label: t("part.title"), saved: step.title }}
					/>
					<SelectField
						{...field("kind", step.kind)}
						label={t("part.kind")}
						choices={stepKinds.map((value) => ({ value, label: t(`part.stepKinds.${value}`) }))}
					/>
					<SelectField {...field("role", step.role)} label={t("part.role")} choices={roles} />
					<DelayFields {...{ field, legend: t("part.delay"), saved: step.delay }} />
					<SelectField
						{...field("basis", step.delay.basis)}
						label={t("part.basis")}
						choices={bases.map((value) => ({ value, label: t(`part.bases.${value}`) }))}
					/>
					<TextField
						{...field("reference", step.delay.reference)}
						label={t("part.reference")}
						hint={t("part.referenceHint")}
						autoComplete="off"
						optional
					/>
					<BilingualField
						{...{ field, name: "guidance", label: t("part.guidance"), saved: step.guidance }}
						lines={6}
					/>
					{step.handoff ? <HandoffFields field={field} part={part} handoff={step.handoff} /> : null}
					<Details summary={t("part.questionsChosen", { count: step.questions.length })}>
						<CheckboxGroup
							{...listField(field("questions"))}
							label={t("part.questions")}
							choices={questions}
							defaultValue={written("questions") ?? step.questions}
							optional
						/>
					</Details>
					{step.resources?.length ? (
						<p className="mb-6 text-ink-soft">
							{t("part.resources", { names: step.resources.join(", ") })}
						</p>
					) : null}
					<Details summary={t("part.participantsChosen", { count: step.participants.length })}>
						<CheckboxGroup
							{...listField(field("participants"))}
							label={t("part.participants")}
							choices={part.recipients}
							defaultValue={written("participants") ?? step.participants}
							optional
						/>
					</Details>
					<Details summary={t("part.rounds")} className="mb-4">
						<SelectField
							{...field("rounds", step.rounds?.most)}
							label={t("part.rounds")}
							hint={t("part.roundsHint")}
							prompt={t("part.roundsNone")}
							choices={counts}
							optional
						/>
						<SelectField
							{...field("beyond", step.rounds?.beyond)}
							label={t("part.beyond")}
							prompt={t("part.beyondNone")}
							choices={outcomes.map(({ code, name }) => ({ value: code, label: name }))}
							optional
						/>
					</Details>
					<SaveRow />
				</>
			)}
		</EditorForm>
	);
}

const counts = Array.from({ length: 20 }, (_, index) => String(index + 1)).map((value) => ({
	value,
	label: value,
}));

/** A list keeps what was ticked in its own property. */
export function listField({ name, id, error }: { name: string; id: string; error?: string }) {
	return { name, id, error };
}
