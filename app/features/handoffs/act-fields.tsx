import "#app/locales/needed/handoffs.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { CheckboxGroup, RadioGroup } from "#app/ui/choice-groups.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { DateField } from "#app/ui/text-field.tsx";
import type { useKindForm } from "#app/ui/use-kind-form.ts";
import type { ActField, PersonAct } from "./act-table.ts";
import { PairingFields } from "./pairing-fields.tsx";
import { useStructureLine, useStructureName } from "./structure-lines.tsx";
import type { PresentedStructure } from "./structure-words.ts";

/** What there is to choose from on the page of an act. */
export type ActOptions = {
	act: PersonAct;
	fields: ActField[];
	lists: Record<string, { value: string; label: string }[]>;
	referents: { id: string; label: string }[];
	structures: PresentedStructure[];
	role: string;
	/** The first and the last day that may be given, and the exact limit. */
	days: { first: string; last: string; latest: number } | null;
	outcomes: { value: string; label: string }[];
	/** The step may also stay open. */
	stays: boolean;
	/** The two words that the other side reads too. */
	words: string | null;
	timeZone: string;
};

type Props = { options: ActOptions; form: ReturnType<typeof useKindForm> };

/** The questions of an act, each by its kind. */
export function ActFields({ options, form }: Props) {
	return (
		<>
			{options.fields.map((field) => (
				<ActFieldView key={field.need} field={field} options={options} form={form} />
			))}
			<StepOutcome options={options} form={form} />
		</>
	);
}

function ActFieldView({ field, options, form }: Props & { field: ActField }) {
	const t = useT("handoffs");
	const { need, kind, required } = field;
	if (need === "matched") return <PairingFields words={options.words} form={form} />;
	const label = need === "information" ? t("page.information") : t(`need.${need}`);
	const shown = { label, optional: !required };
	const choices = options.lists[need] ?? [];
	if (kind === "date") return <Day options={options} form={form} />;
	if (kind === "structure") return <Structures field={field} options={options} form={form} />;
	if (kind === "several") {
		return <CheckboxGroup {...form.choices(need)} {...shown} choices={choices} most={6} />;
	}
	if (kind === "many") {
		return (
			<SelectField
				{...form.field(need)}
				{...shown}
				choices={choices}
				prompt={t("form.choose")}
				required={required}
			/>
		);
	}
	const people = options.referents.map((one) => ({ value: one.id, label: one.label }));
	const few = kind === "referent" ? people : choices;
	return <RadioGroup {...form.field(need)} {...shown} choices={few} />;
}

function Day({ options: { act, days, timeZone }, form }: Props) {
	const t = useT("handoffs");
	const format = useFormat(timeZone);
	const known = act === "ACCEPT" || act === "SUSPEND" || act === "REVIEW_SUSPENSION";
	return (
		<DateField
			{...form.field("until")}
			label={known ? t(`until.${act}`) : t("need.until")}
			hint={days ? t("form.dateLatest", { date: format.date(days.latest) }) : undefined}
			min={days?.first}
			max={days?.last}
			required
		/>
	);
}

function Structures({ field, options, form }: Props & { field: ActField }) {
	const t = useT("handoffs");
	const line = useStructureLine();
	const nameOf = useStructureName(options.role);
	const choices = options.structures.map((one) => ({
		value: one.id,
		label: nameOf(one),
		hint: line(one),
	}));
	if (!field.required) {
		if (choices.length === 0) return null;
		return (
			<SelectField
				{...form.field(field.need)}
				label={t("need.suggests")}
				optional
				choices={choices}
				prompt={t("form.choose")}
			/>
		);
	}
	if (choices.length === 0) {
		return (
			<div className="mb-6">
				<EmptyState title={t("page.othersNone")}>
					<p>{t("prepare.nobodyNext")}</p>
				</EmptyState>
			</div>
		);
	}
	return <RadioGroup {...form.field(field.need)} label={t("need.reroutesTo")} choices={choices} />;
}

/** Which outcome the step follows, where the end of the handoff leaves a choice. */
function StepOutcome({ options: { act, outcomes, stays }, form }: Props) {
	const t = useT("handoffs");
	const refusal = act === "RECORD_REFUSAL";
	// A single outcome goes without saying, unless the step may stay open instead.
	const said = stays && !refusal ? 0 : 1;
	if (outcomes.length <= said) return null;
	const open = said === 0 ? [{ value: "", label: t("form.stepStays") }] : [];
	const field = form.field("stepOutcome");
	return (
		<RadioGroup
			{...field}
			defaultValue={field.defaultValue ?? (open.length > 0 ? "" : undefined)}
			label={refusal ? t("form.stepOutcomeRefusal") : t("form.stepOutcome")}
			hint={stays ? undefined : t("form.stepOutcomeHint")}
			optional={refusal}
			choices={[...open, ...outcomes]}
		/>
	);
}
