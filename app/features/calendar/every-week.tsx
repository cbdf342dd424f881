import "#app/locales/needed/calendar.ts";
import { Form } from "@remix-run/react";
import { formatWeekday } from "#app/i18n/list.ts";
import { useLanguage, useT } from "#app/i18n/use-t.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { Checkbox, CheckboxGroup } from "#app/ui/choice-groups.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Section } from "#app/ui/page.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import type { StructureView } from "./structure-days-page.tsx";

type Props = { view: StructureView; answer?: FormAnswer | undefined };

const schema = () =>
	import("./structure-form.schema.ts").then(({ everyWeekForm }) => everyWeekForm);

/** The days when a structure is closed each week, and whether it is on call. */
export function EveryWeek({ view, answer }: Props) {
	const t = useT("calendar");
	const language = useLanguage();
	const form = useKindForm({ ...(answer ? { answer } : {}), schema });
	const days = form.choices("weekdays");
	const offered = [...new Set([...view.workDays, ...view.weekdays])].sort();
	return (
		<Section title={t("structure.settings")}>
			<Form method="post" {...form.props}>
				<FormErrors {...form.summary} title={t("mistakes.mistakes")} />
				<HiddenFields values={{ change: "week" }} />
				<CheckboxGroup
					{...days}
					defaultValue={answer ? days.defaultValue : view.weekdays}
					label={t("structure.weekdays")}
					hint={t("structure.weekdaysHint")}
					choices={offered.map((day) => ({
						value: day,
						label: formatWeekday(Number(day), language),
					}))}
				/>
				<Checkbox
					name="onCall"
					label={t("structure.onCall")}
					hint={t("structure.onCallHint")}
					defaultChecked={answer ? answer.values?.onCall === "yes" : view.onCall}
				/>
				<Actions>
					<Button>{t("territory.look")}</Button>
				</Actions>
				<p className="mt-3 text-small text-ink-soft">{t("territory.unchanged")}</p>
			</Form>
		</Section>
	);
}
