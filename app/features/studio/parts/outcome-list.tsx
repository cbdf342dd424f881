import "#app/locales/needed/studio.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Button } from "#app/ui/button.tsx";
import { Details } from "#app/ui/details.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { BilingualField } from "../bilingual-field.tsx";
import { handoffEnds } from "../closed-lists.ts";
import { type EditorField, EditorForm } from "../editor-form.tsx";
import type { OutcomeView } from "../present-step.ts";
import { MoveButton } from "./move-button.tsx";
import { OutcomeCondition } from "./outcome-condition.tsx";
import { SaveRow } from "./save-row.tsx";
import type { StepPart } from "./step-form.tsx";

/** The outcomes of a step: the words of each, and where it leads. */
export function OutcomeList({ part }: { part: StepPart }) {
	const t = useT("studio");
	return (
		<>
			<ol className="divide-y divide-rule border-y border-rule">
				{part.outcomes.map((outcome) => (
					<li key={outcome.code} className="py-1">
						<Details
							summary={
								<span>
									{outcome.name} <span aria-hidden="true">→</span> {outcome.toWords}
									{outcome.when ? (
										<span className="block font-normal text-ink-soft">
											{t("part.outcomes.when", { condition: outcome.when })}
										</span>
									) : null}
								</span>
							}
						>
							<Outcome part={part} outcome={outcome} />
						</Details>
					</li>
				))}
			</ol>
			<Details summary={t("part.outcomes.add")} className="mt-2">
				<EditorForm
					id={`new-outcome-${part.id}`}
					act="add-outcome"
					label={t("part.outcomes.add")}
					renews
					hidden={{ step: part.id }}
				>
					{(field) => (
						<>
							<OutcomeFields part={part} field={field} />
							<Button kind="secondary">{t("part.outcomes.submit")}</Button>
						</>
					)}
				</EditorForm>
			</Details>
		</>
	);
}

type OutcomeProps = { part: StepPart; outcome: OutcomeView };

function Outcome({ part, outcome }: OutcomeProps) {
	const t = useT("studio");
	const own = { step: part.id, outcome: outcome.code };
	const { name } = outcome;
	return (
		<>
			<EditorForm
				id={`outcome-${part.id}-${outcome.code}`}
				act="set-outcome"
				label={t("part.outcomes.one", { name })}
				hidden={own}
				saved={outcome}
				autosave
			>
				{(field) => (
					<>
						<OutcomeFields part={part} field={field} outcome={outcome} />
						<SaveRow />
					</>
				)}
			</EditorForm>
			<OutcomeCondition part={part} outcome={outcome} />
			<div className="mt-3 flex flex-wrap gap-x-5">
				{outcome.previous ? (
					<MoveButton
						act="move-outcome"
						id={`up-${part.id}-${outcome.code}`}
						hidden={{ ...own, before: outcome.previous }}
						label={t("part.outcomes.up", { name })}
					/>
				) : null}
				{outcome.next ? (
					<MoveButton
						act="move-outcome"
						id={`down-${part.id}-${outcome.code}`}
						hidden={{ ...own, after: outcome.next }}
						label={t("part.outcomes.down", { name })}
					/>
				) : null}
				{part.outcomes.length > 1 ? <DeleteOutcome part={part} outcome={outcome} /> : null}
			</div>
		</>
	);
}

function DeleteOutcome({ part, outcome }: OutcomeProps) {
	const t = useT("studio");
	const { name } = outcome;
	const others = part.outcomes
		.filter(({ code }) => code !== outcome.code)
		.map(({ code, name: label }) => ({ value: code, label }));
	return (
		<EditorForm
			id={`delete-${part.id}-${outcome.code}`}
			act="delete-outcome"
			hidden={{ step: part.id, outcome: outcome.code }}
		>
			{(field) => (
				<>
					{part.step.rounds?.beyond === outcome.code ? (
						<SelectField
							{...field("redirect")}
							label={t("part.outcomes.redirect")}
							choices={others}
						/>
					) : null}
					<Button kind="quiet">{t("part.outcomes.delete", { name })}</Button>
				</>
			)}
		</EditorForm>
	);
}

type FieldsProps = { part: StepPart; field: EditorField; outcome?: OutcomeView };

function OutcomeFields({ part, field, outcome }: FieldsProps) {
	const t = useT("studio");
	const last = part.targets.at(-1)?.value;
	return (
		<>
			<BilingualField
				{...{ field, name: "label", label: t("part.outcomes.label"), saved: outcome?.label }}
			/>
			<SelectField
				{...field("to", outcome?.to ?? last)}
				label={t("part.outcomes.to")}
				choices={part.targets}
			/>
			{outcome && part.leads.length > 0 ? (
				<SelectField
					{...field("leads", outcome.leads)}
					label={t("part.outcomes.leads")}
					prompt={t("part.outcomes.leadsNone")}
					choices={part.leads}
				/>
			) : null}
			{part.raises.length > 0 ? (
				<SelectField
					{...field("raises", outcome?.raises)}
					label={t("part.outcomes.raises")}
					prompt={t("part.outcomes.raisesNone")}
					choices={part.raises}
				/>
			) : null}
			{part.step.kind === "handoff" ? (
				<SelectField
					{...field("on", outcome?.on)}
					label={t("part.outcomes.on")}
					prompt={
						outcome?.usualEnd
							? t("part.outcomes.onUsual", { end: t(`part.outcomes.ends.${outcome.usualEnd}`) })
							: t(outcome ? "part.outcomes.onNone" : "part.outcomes.onOpen")
					}
					choices={handoffEnds.map((value) => ({ value, label: t(`part.outcomes.ends.${value}`) }))}
				/>
			) : null}
		</>
	);
}
