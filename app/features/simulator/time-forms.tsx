import "#app/locales/needed/simulator.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { delayUnits } from "#protocols/language/delay.ts";
import { PlayForm } from "./play-form.tsx";

/** Lets the fictitious clock go on: to the next deadline, or by as long as one says. */
export function TimeForms({ seen, mayWait }: { seen: number; mayWait: boolean }) {
	const t = useT("simulator");
	return (
		<div className="space-y-6">
			{mayWait ? (
				<PlayForm intent="next" seen={seen}>
					<Button kind="secondary">{t("time.next")}</Button>
				</PlayForm>
			) : (
				<p>{t("time.noNext")}</p>
			)}
			<PlayForm intent="wait" seen={seen}>
				<div className="grid gap-x-4 sm:grid-cols-2">
					<TextField
						name="n"
						label={t("time.n")}
						defaultValue="1"
						inputMode="numeric"
						autoComplete="off"
					/>
					<SelectField
						name="unit"
						label={t("time.unit")}
						defaultValue="working-days"
						choices={delayUnits.map((value) => ({ value, label: t(`time.units.${value}`) }))}
					/>
				</div>
				<Button kind="secondary">{t("time.wait")}</Button>
			</PlayForm>
		</div>
	);
}
