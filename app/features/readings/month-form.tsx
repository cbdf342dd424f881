import "#app/locales/needed/readings.ts";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { Button } from "#app/ui/button.tsx";
import { type Choice, SelectField } from "#app/ui/select-field.tsx";

type Props = { action: string; month: string; months: Choice[]; children?: ReactNode };

/** Chooses the month of a list of the trail; a plain form that the address remembers. */
export function MonthForm({ action, month, months, children }: Props) {
	const t = useT("readings");
	return (
		<Form
			method="get"
			action={action}
			key={month}
			className="mb-8 rounded-panel border border-rule bg-surface p-5 print:hidden"
		>
			<div className="grid gap-x-6 sm:grid-cols-2">
				<SelectField name="month" label={t("month")} choices={months} defaultValue={month} />
				{children}
			</div>
			<Button kind="secondary">{t("show")}</Button>
		</Form>
	);
}
