import "#app/locales/needed/studio.ts";
import { useLanguage, useT } from "#app/i18n/use-t.ts";
import { Details } from "#app/ui/details.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import type { HandoffTerms } from "#protocols/language/step.ts";
import { codesOf } from "#protocols/language/vocabulary/code-list.ts";
import { handoffActions } from "#protocols/language/vocabulary/handoff-codes.ts";
import { BilingualField } from "../bilingual-field.tsx";
import { clocks, urgencies } from "../closed-lists.ts";
import type { EditorField } from "../editor-form.tsx";
import { DelayFields } from "./delay-fields.tsx";
import type { StepPart } from "./step-form.tsx";

type Props = { field: EditorField; part: StepPart; handoff: HandoffTerms };

/** To whom a step hands over, how urgently, and what people do when nobody answers. */
export function HandoffFields({ field, part, handoff }: Props) {
	const t = useT("studio");
	const language = useLanguage();
	const goesOn = ["acceptance", "outcome"] as const;
	return (
		<fieldset className="mb-6 border-t border-rule pt-4">
			<legend className="pr-3 font-semibold">{t("part.handoff.title")}</legend>
			<SelectField
				{...field("to", handoff.to)}
				label={t("part.handoff.to")}
				choices={part.recipients}
			/>
			<SelectField
				{...field("urgency", handoff.urgency)}
				label={t("part.handoff.urgency")}
				choices={urgencies.map((value) => ({
					value,
					label: t(`part.handoff.urgencies.${value}`),
				}))}
			/>
			<SelectField
				{...field("asks", handoff.asks)}
				label={t("part.handoff.asks")}
				choices={codesOf(handoffActions).map((value) => ({
					value,
					label: handoffActions[value][language],
				}))}
			/>
			<SelectField
				{...field("goesOn", handoff.goesOn)}
				label={t("part.handoff.goesOn")}
				choices={goesOn.map((value) => ({
					value,
					label: t(`part.handoff.goesOnChoices.${value}`),
				}))}
			/>
			<SelectField
				{...field("recipients", handoff.recipients)}
				label={t("part.handoff.recipients")}
				choices={["1", "2", "3"].map((value) => ({ value, label: value }))}
			/>
			<Details summary={t("part.handoff.delays")} className="mb-4">
				<p className="mb-4 text-ink-soft">{t("part.handoff.delaysLead")}</p>
				{clocks.map((clock) => (
					<DelayFields
						key={clock}
						{...{ field, prefix: clock, saved: handoff.delays?.[clock] }}
						legend={t(`part.handoff.clocks.${clock}`)}
						optional
					/>
				))}
			</Details>
			<BilingualField
				{...{ field, name: "ifSilent", saved: handoff.ifSilent, lines: 3 }}
				label={t("part.handoff.ifSilent")}
				optional
			/>
		</fieldset>
	);
}
