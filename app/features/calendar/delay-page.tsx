import "#app/locales/needed/calendar.ts";
import { Form } from "@remix-run/react";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT, useText } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormErrorList } from "#app/ui/form-values.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { type Choice, SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { CountedDelay } from "#protocols/calendar/counted-days.ts";
import { type Duration, delayUnits } from "#protocols/language/delay.ts";
import { DelayDays } from "./delay-days.tsx";
import type { DelayAsked } from "./delay-query.ts";

/** What was asked about a delay, and what it comes to. */
export type DelayView = {
	timeZone: string;
	structures: Choice[];
	values: DelayAsked["values"];
	errors: FormErrorList;
	counted: (CountedDelay & { from: number; delay: Duration }) | null;
};

/** "When would a delay that starts now end?": an answer in words, and every day that counts. */
export function DelayPage({ view }: { view: DelayView }) {
	const t = useT("calendar");
	return (
		<Page
			title={t("delay.title")}
			lead={t("delay.lead")}
			back={{ to: paths.account(), label: t("links.back") }}
		>
			{view.counted ? <Answer counted={view.counted} timeZone={view.timeZone} /> : null}
			<Question view={view} />
		</Page>
	);
}

function Question({ view }: { view: DelayView }) {
	const t = useT("calendar");
	const text = useText();
	const { values, errors, structures } = view;
	const held = (name: keyof DelayView["values"]) => {
		const message = errors[name]?.[0];
		return {
			name,
			defaultValue: values[name],
			error: message === undefined ? undefined : text(message),
		};
	};
	return (
		<Form method="get" noValidate className="mt-10 print:hidden">
			<FormErrors errors={errors} attempt={0} />
			<TextField {...held("n")} label={t("delay.n")} inputMode="numeric" autoComplete="off" />
			<SelectField
				{...held("unit")}
				label={t("delay.unit")}
				choices={delayUnits.map((value) => ({ value, label: t(`delay.units.${value}`) }))}
			/>
			<TextField
				{...held("start")}
				type="datetime-local"
				label={t("delay.start")}
				hint={t("delay.startHint")}
				optional
			/>
			<SelectField
				{...held("structure")}
				label={t("delay.structure")}
				hint={t("delay.structureHint")}
				choices={structures}
				prompt={t("delay.anyStructure")}
				optional
			/>
			<Actions>
				<Button>{t("delay.submit")}</Button>
			</Actions>
		</Form>
	);
}

type AnswerProps = { counted: NonNullable<DelayView["counted"]>; timeZone: string };

function Answer({ counted, timeZone }: AnswerProps) {
	const t = useT("calendar");
	const format = useFormat(timeZone);
	const { due, days, from, delay } = counted;
	const length = t(`delay.length.${delay.unit}`, { count: delay.n });
	return (
		<>
			<Notice
				live
				title={
					<time dateTime={new Date(due).toISOString()}>
						{t("delay.answer", { when: format.dateTime(due) })}
					</time>
				}
			>
				<p>{t("delay.began", { delay: length, when: format.dateTime(from) })}</p>
			</Notice>
			<div className="mt-8">
				<Section title={t("delay.days")}>
					<DelayDays days={days} />
				</Section>
			</div>
		</>
	);
}
