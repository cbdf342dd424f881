import "#app/locales/needed/agreement.ts";
import { Form } from "@remix-run/react";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Section } from "#app/ui/page.tsx";
import { type Choice, SelectField } from "#app/ui/select-field.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { useKeptFocus } from "#app/ui/use-kept-focus.ts";
import { useKindForm } from "#app/ui/use-kind-form.ts";

/** A warning of the checker, and why somebody accepts it. */
export type WarningView = {
	/** Its code and its place, as the form names it. */
	name: string;
	/** Several where the checker says several things of one place. */
	sentences: string[];
	accepted: { reason: string; who: string; at: number } | null;
};

type Props = {
	warnings: readonly WarningView[];
	reasons: Choice[];
	timeZone: string;
	answer: FormAnswer | undefined;
};

/** The warnings, each with its reason or a form for one. */
export function WarningList({ warnings, reasons, timeZone, answer }: Props) {
	const t = useT("agreement");
	const { dateTime } = useFormat(timeZone);
	const keeping = useKeptFocus();
	if (warnings.length === 0) return null;
	return (
		<Section title={t("publish.toAccept")}>
			<ul className="divide-y divide-rule border-y border-rule" {...keeping}>
				{warnings.map(({ name, sentences, accepted }) => (
					<li
						key={name}
						className="grid gap-x-10 gap-y-3 py-5 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]"
					>
						<div>
							{sentences.map((sentence) => (
								<p key={sentence} className="mb-1 max-w-measure">
									{sentence}
								</p>
							))}
						</div>
						{accepted ? (
							<StatusTag kind="done">
								{t("publish.accepted", {
									...{ reason: accepted.reason, who: accepted.who, when: dateTime(accepted.at) },
								})}
							</StatusTag>
						) : (
							<ReasonForm
								name={name}
								about={sentences.join(" ")}
								reasons={reasons}
								answer={answer?.values?.warning === name ? answer : undefined}
							/>
						)}
					</li>
				))}
			</ul>
		</Section>
	);
}

type ReasonProps = Pick<Props, "reasons" | "answer"> & { name: string; about: string };

/** Why a warning is accepted. Of several forms alike, each says which warning it is about. */
function ReasonForm({ name, about, reasons, answer }: ReasonProps) {
	const t = useT("agreement");
	const form = useKindForm(answer ? { answer } : {});
	return (
		<Form method="post" aria-label={about} {...form.props}>
			<FormErrors {...form.summary} />
			<HiddenFields values={{ act: "warning", warning: name }} />
			<SelectField
				{...form.field("reason")}
				id={`reason-${name.replaceAll(/[^a-z0-9-]/g, "-")}`}
				label={t("publish.reason")}
				choices={reasons}
				prompt={t("publish.chooseReason")}
			/>
			<Button kind="secondary">{t("publish.accept")}</Button>
		</Form>
	);
}
