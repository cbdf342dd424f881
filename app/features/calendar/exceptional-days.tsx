import "#app/locales/needed/calendar.ts";
import { Form } from "@remix-run/react";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-groups.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Section } from "#app/ui/page.tsx";
import { DateField } from "#app/ui/text-field.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import type { TerritoryView } from "./territory-page.tsx";

type Props = Pick<TerritoryView, "days"> & { answer?: FormAnswer | undefined };

/** The days that are closed though the week says open, or open though it says closed. */
export function ExceptionalDays({ days, answer }: Props) {
	const t = useT("calendar");
	const format = useFormat("UTC");
	return (
		<Section title={t("territory.exceptional")}>
			<p className="mb-6 max-w-measure text-ink-soft">{t("territory.exceptionalLead")}</p>
			{days.length === 0 ? (
				<p>{t("territory.none")}</p>
			) : (
				<ul className="max-w-measure divide-y divide-rule border-y border-rule">
					{days.map(({ date, closed }) => {
						const day = format.date(`${date}T12:00:00Z`);
						return (
							<li key={date} className="flex flex-wrap items-center gap-x-6 gap-y-1 py-2">
								<span className="min-w-48 grow">
									{day}
									<span className="block text-ink-soft">
										{closed ? t("territory.closedDay") : t("territory.openDay")}
									</span>
								</span>
								<Form method="post">
									<HiddenFields values={{ change: "remove", date }} />
									<Button kind="quiet">
										{t("territory.remove")} <span className="sr-only">{day}</span>
									</Button>
								</Form>
							</li>
						);
					})}
				</ul>
			)}
			<AddDay answer={answer} />
		</Section>
	);
}

const schema = () => import("./territory-form.schema.ts").then(({ addDayForm }) => addDayForm);

function AddDay({ answer }: Pick<Props, "answer">) {
	const t = useT("calendar");
	const form = useKindForm({ ...(answer ? { answer } : {}), schema });
	const kind = form.field("kind");
	return (
		<Section level={3} title={t("territory.addTitle")}>
			<Form method="post" {...form.props}>
				<FormErrors {...form.summary} title={t("mistakes.mistakes")} />
				<HiddenFields values={{ change: "add" }} />
				<DateField {...form.field("date")} label={t("territory.date")} />
				<RadioGroup
					{...kind}
					label={t("territory.kind")}
					choices={[
						{ value: "closed", label: t("territory.kindClosed") },
						{ value: "open", label: t("territory.kindOpen") },
					]}
				/>
				<Actions>
					<Button kind="secondary">{t("territory.look")}</Button>
				</Actions>
			</Form>
		</Section>
	);
}
