import "#app/locales/needed/calendar.ts";
import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Section } from "#app/ui/page.tsx";
import { DateField } from "#app/ui/text-field.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import { datesOf, type Period } from "#protocols/calendar/closures.ts";
import { usePeriod } from "./use-period.ts";

type Props = { periods: Period[]; answer?: FormAnswer | undefined };

/** The dated closings of a structure, as periods. */
export function ClosingPeriods({ periods, answer }: Props) {
	const t = useT("calendar");
	const told = usePeriod();
	return (
		<Section title={t("structure.closings")}>
			{periods.length === 0 ? (
				<p>{t("structure.none")}</p>
			) : (
				<ul className="max-w-measure divide-y divide-rule border-y border-rule">
					{periods.map(({ from, to }) => (
						<li key={from} className="flex flex-wrap items-center gap-x-6 gap-y-1 py-2">
							<span className="min-w-48 grow">
								{told({ from, to })}
								<span className="block text-ink-soft">
									{t("structure.days", { count: datesOf({ from, to }).length })}
								</span>
							</span>
							<Form method="post">
								<HiddenFields values={{ change: "remove", from, to }} />
								<Button kind="quiet">
									{t("territory.remove")} <span className="sr-only">{told({ from, to })}</span>
								</Button>
							</Form>
						</li>
					))}
				</ul>
			)}
			<AddPeriod answer={answer} />
		</Section>
	);
}

const schema = () =>
	import("./structure-form.schema.ts").then(({ addPeriodForm }) => addPeriodForm);

function AddPeriod({ answer }: Pick<Props, "answer">) {
	const t = useT("calendar");
	const form = useKindForm({ ...(answer ? { answer } : {}), schema });
	return (
		<Section level={3} title={t("structure.addTitle")}>
			<Form method="post" {...form.props}>
				<FormErrors {...form.summary} title={t("mistakes.mistakes")} />
				<HiddenFields values={{ change: "add" }} />
				<DateField {...form.field("from")} label={t("structure.from")} />
				<DateField {...form.field("to")} label={t("structure.to")} hint={t("structure.toHint")} />
				<Actions>
					<Button kind="secondary">{t("territory.look")}</Button>
				</Actions>
			</Form>
		</Section>
	);
}
