import "#app/locales/needed/agreement.ts";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { CheckboxGroup, RadioGroup } from "#app/ui/choice-groups.tsx";
import { Details } from "#app/ui/details.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import type { Choice } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";

/** The rule of a territory, and what it can choose from. */
export type RuleView = {
	scope: "everyone" | "chosen";
	roles: string[];
	structures: string[];
	least: string;
	reservation: "passes" | "blocks";
	choices: { roles: Choice[]; structures: Choice[] };
};

type Props = {
	view: RuleView;
	saved: boolean;
	answer: FormAnswer | undefined;
	proof: ReactNode;
};

/** The roles or structures that the rule names now. */
function namesOf({ choices, ...chosen }: RuleView, name: "roles" | "structures"): string {
	const named = choices[name].filter(({ value }) => chosen[name].includes(value));
	return named.map(({ label }) => label).join(", ");
}

const schema = () => import("./rule-form.schema.ts").then(({ ruleForm }) => ruleForm);

/** Who must sign a protocol of the territory before it is published, for its coordinator. */
export function RulePage({ view, saved, answer, proof }: Props) {
	const t = useT("agreement");
	const form = useKindForm({ ...(answer ? { answer } : {}), schema });
	const held = (name: "scope" | "least" | "reservation") => {
		const field = form.field(name);
		return { ...field, defaultValue: field.defaultValue ?? view[name] };
	};
	const ticked = (name: "roles" | "structures") => {
		const field = form.choices(name);
		return { ...field, defaultValue: answer ? field.defaultValue : view[name] };
	};
	return (
		<Page
			title={t("rule.title")}
			lead={t("rule.lead")}
			back={{ to: paths.studio(), label: t("rule.back") }}
		>
			{saved ? (
				<div className="mb-8">
					<Notice kind="done" live title={t("rule.saved")} />
				</div>
			) : null}
			<Form method="post" {...form.props}>
				<FormErrors {...form.summary} />
				<RadioGroup
					{...held("scope")}
					label={t("rule.scope")}
					choices={[
						{ value: "everyone", label: t("rule.everyone") },
						{ value: "chosen", label: t("rule.chosen"), hint: t("rule.chosenHint") },
					]}
				/>
				{(["roles", "structures"] as const).map((name) => (
					<Details
						key={name}
						summary={t(`rule.chosenOf.${name}`, { names: namesOf(view, name) || t("rule.nobody") })}
						open={answer !== undefined}
						className="mb-3"
					>
						<CheckboxGroup
							{...ticked(name)}
							label={t(`rule.${name}`)}
							choices={view.choices[name]}
						/>
					</Details>
				))}
				<TextField
					{...held("least")}
					label={t("rule.least")}
					hint={t("rule.leastHint")}
					inputMode="numeric"
					autoComplete="off"
					optional
				/>
				<RadioGroup
					{...held("reservation")}
					label={t("rule.reservation")}
					choices={[
						{ value: "passes", label: t("rule.passes") },
						{ value: "blocks", label: t("rule.blocks") },
					]}
				/>
				{proof}
				<Actions>
					<Button>{t("rule.submit")}</Button>
				</Actions>
			</Form>
		</Page>
	);
}
