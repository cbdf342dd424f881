import "#app/locales/needed/studio.ts";
import { useT } from "#app/i18n/use-t.ts";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { Duration } from "#protocols/language/delay.ts";
import { delayUnits } from "../closed-lists.ts";
import type { EditorField } from "../editor-form.tsx";

type Props = {
	field: EditorField;
	legend: string;
	saved: Duration | undefined;
	hint?: string;
	optional?: boolean;
	/** Of several on one form: `acknowledge` for `acknowledgeN` and `acknowledgeUnit`. */
	prefix?: string;
};

/** A length of time: a number and what is counted. */
export function DelayFields({ field, legend, saved, hint, optional, prefix }: Props) {
	const t = useT("studio");
	return (
		<fieldset className="max-w-measure">
			<legend className="mb-1.5 font-semibold">{legend}</legend>
			{hint ? <p className="mb-2 text-ink-soft">{hint}</p> : null}
			<div className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-4">
				<TextField
					{...field(prefix ? `${prefix}N` : "n", saved?.n)}
					label={t("part.number")}
					inputMode="numeric"
					autoComplete="off"
					required={!optional}
				/>
				<SelectField
					{...field(prefix ? `${prefix}Unit` : "unit", saved?.unit ?? "working-days")}
					label={t("part.unit")}
					choices={delayUnits.map((value) => ({ value, label: t(`part.units.${value}`) }))}
				/>
			</div>
		</fieldset>
	);
}
