import "#app/locales/needed/situations.ts";
import "#app/locales/needed/retention.ts";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { DataList } from "#app/ui/data-list.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Prose, Section } from "#app/ui/page.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import type { Duration, PolicyView } from "./present-policy.ts";

type Props = {
	view: PolicyView;
	saved: boolean;
	answer?: FormAnswer;
	/** Asks again who is in front of the screen. */
	proof: ReactNode;
};

/** How long the territory keeps what: its coordinator may shorten everything, with the reasons beside. */
export function PolicyPage({ view, saved, answer, proof }: Props) {
	const t = useT("retention");
	const back = useT("situations")("back");
	return (
		<Page
			title={t("policy.title")}
			lead={t("policy.lead")}
			back={{ to: paths.myDay(), label: back }}
			aside={<Beside />}
		>
			{saved ? (
				<div className="mb-8">
					<Notice kind="done" live title={t("policy.saved")} />
				</div>
			) : null}
			<PolicyForm {...{ view, answer, proof }} />
		</Page>
	);
}

function PolicyForm({ view, answer, proof }: Omit<Props, "saved">) {
	const t = useT("retention");
	const form = useKindForm({ answer, schema });
	const reason = form.field("longerReason");
	const { usual } = view.purge;
	const days = (duration: Duration) => {
		const field = form.field(duration.name);
		return { ...field, defaultValue: field.defaultValue ?? String(duration.days) };
	};
	return (
		<Form method="post" {...form.props}>
			<FormErrors {...form.summary} title={t("policy.before")} />
			<Section title={t("policy.open")}>
				<p className="mb-6 max-w-measure text-ink-soft">{t("policy.openLead")}</p>
				{view.open.map((duration) => (
					<TextField
						key={duration.name}
						{...days(duration)}
						label={t(`policy.${duration.name}`)}
						hint={t("policy.limits", duration)}
						inputMode="numeric"
						autoComplete="off"
					/>
				))}
			</Section>
			<Section title={t("policy.closed")}>
				<p className="mb-6 max-w-measure text-ink-soft">{t("policy.closedLead")}</p>
				<TextField
					{...days(view.purge)}
					label={t("policy.purgeDays")}
					hint={t("policy.limitsPurge", view.purge)}
					inputMode="numeric"
					autoComplete="off"
				/>
				<SelectField
					{...reason}
					defaultValue={reason.defaultValue ?? view.longerReason}
					label={t("policy.longerReason", { usual })}
					hint={t("policy.longerHint", { usual })}
					choices={view.reasons}
					prompt={t("policy.noReason", { usual })}
				/>
			</Section>
			{proof}
			<Actions>
				<Button>{t("policy.submit")}</Button>
			</Actions>
			<p className="mt-3 text-small text-ink-soft">{t("policy.unchanged")}</p>
		</Form>
	);
}

const schema = () => import("./policy-form.schema.ts").then(({ policyForm }) => policyForm);

const fixed = ["trail", "forms", "accounts", "totals"] as const;

/** What no territory sets, and why there are ceilings at all. */
function Beside() {
	const t = useT("retention");
	return (
		<>
			<Section title={t("policy.why.title")}>
				<Prose>
					<p>{t("policy.why.cnil")}</p>
					<p>{t("policy.why.least")}</p>
					<p>{t("policy.why.clock")}</p>
				</Prose>
			</Section>
			<Section title={t("policy.fixed.title")}>
				<DataList
					items={fixed.map((what) => ({
						term: t(`policy.fixed.${what}`),
						description: t(`policy.fixed.${what}Kept`),
					}))}
				/>
			</Section>
		</>
	);
}
