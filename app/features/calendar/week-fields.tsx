import "#app/locales/needed/calendar.ts";
import { Form } from "@remix-run/react";
import { formatWeekday } from "#app/i18n/list.ts";
import { useLanguage, useT } from "#app/i18n/use-t.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/choice-groups.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Section } from "#app/ui/page.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import { frenchZones } from "#protocols/calendar/french-zones.ts";
import { type HolidayRegion, holidayRegions } from "#protocols/calendar/holiday-rules.ts";

/** The week of a territory, as its form shows it. */
export type Week = {
	timeZone: string;
	holidays: HolidayRegion;
	opens: string;
	closes: string;
	workDays: string[];
};

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const schema = () => import("./territory-form.schema.ts").then(({ weekForm }) => weekForm);

/** Time zone, public holidays, office hours and working days. */
export function WeekFields({ week, answer }: { week: Week; answer?: FormAnswer | undefined }) {
	const t = useT("calendar");
	const language = useLanguage();
	const form = useKindForm({ ...(answer ? { answer } : {}), schema });
	const held = (name: "timeZone" | "holidays" | "opens" | "closes") => {
		const field = form.field(name);
		return { ...field, defaultValue: field.defaultValue ?? week[name] };
	};
	const days = form.choices("workDays");
	return (
		<Section title={t("territory.settings")}>
			<Form method="post" {...form.props}>
				<FormErrors {...form.summary} title={t("mistakes.mistakes")} />
				<HiddenFields values={{ change: "week" }} />
				<SelectField
					{...held("timeZone")}
					label={t("territory.timeZone")}
					choices={frenchZones.map((value) => ({ value, label: t(`zone.${value}`) }))}
					// One that is not in the list is never changed by a page that shows another.
					{...(frenchZones.some((zone) => zone === week.timeZone)
						? {}
						: { prompt: t("mistakes.zone") })}
				/>
				<SelectField
					{...held("holidays")}
					label={t("territory.holidays")}
					choices={holidayRegions.map((value) => ({ value, label: t(`region.${value}`) }))}
				/>
				<TextField
					{...held("opens")}
					label={t("territory.opens")}
					hint={t("territory.hoursHint")}
					autoComplete="off"
				/>
				<TextField {...held("closes")} label={t("territory.closes")} autoComplete="off" />
				<CheckboxGroup
					{...days}
					defaultValue={answer ? days.defaultValue : week.workDays}
					label={t("territory.workDays")}
					choices={everyDay.map((day) => ({
						value: String(day),
						label: formatWeekday(day, language),
					}))}
				/>
				<Actions>
					<Button>{t("territory.look")}</Button>
				</Actions>
				<p className="mt-3 text-small text-ink-soft">{t("territory.unchanged")}</p>
			</Form>
		</Section>
	);
}
