import "#app/locales/needed/accounts.ts";
import "#app/locales/needed/invitations.ts";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { z } from "zod";
import { useT } from "#app/i18n/use-t.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { CheckboxGroup, RadioGroup } from "#app/ui/choice-groups.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer, FormValues } from "#app/ui/form-values.ts";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { type Choice, SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import { givenDuties, givenRights } from "./given.ts";

/** Whom one invites: a colleague, the first manager of a structure, somebody for a duty. */
export type InviteKind =
	| { as: "colleague" }
	| { as: "manager" }
	| { as: "duty"; territories: Choice[] };

export type InviteFormProps = {
	kind: InviteKind;
	formKey: string;
	answer: FormAnswer | undefined;
	/** What asks again who is in front of the screen. */
	proof: ReactNode;
};

const schemas: Record<InviteKind["as"], () => Promise<z.ZodType<object, FormValues>>> = {
	colleague: () => import("./invite-form.schema.ts").then(({ colleagueForm }) => colleagueForm),
	manager: () => import("./invite-form.schema.ts").then(({ managerForm }) => managerForm),
	duty: () => import("./invite-form.schema.ts").then(({ dutyForm }) => dutyForm),
};

/** Somebody's place, before they take it: what partners will see of them, and what they may do. */
export function InviteForm({ kind, formKey, answer, proof }: InviteFormProps) {
	const t = useT("invitations");
	const form = useKindForm({ ...(answer ? { answer } : {}), schema: schemas[kind.as] });
	return (
		<Form method="post" {...form.props}>
			<FormErrors {...form.summary} />
			<HiddenFields values={{ key: formKey }} />
			{kind.as === "duty" ? <DutyFields form={form} territories={kind.territories} /> : null}
			<TextField
				{...form.field("label")}
				label={t("label")}
				hint={t("labelHint")}
				autoComplete="off"
				maxLength={40}
				required
			/>
			{kind.as === "colleague" ? (
				<CheckboxGroup
					{...form.choices("rights")}
					label={t("rights")}
					hint={t("rightsHint")}
					choices={givenRights.map((right) => ({
						value: right,
						label: t(`right.${right}`),
						hint: t(`rightHint.${right}`),
					}))}
					optional
				/>
			) : null}
			{proof}
			<Actions>
				<Button>{t("submit")}</Button>
			</Actions>
		</Form>
	);
}

type DutyProps = { form: ReturnType<typeof useKindForm>; territories: Choice[] };

function DutyFields({ form, territories }: DutyProps) {
	const t = useT("invitations");
	const duty = useT("accounts");
	const [only] = territories;
	return (
		<>
			{territories.length === 1 && only ? (
				<HiddenFields values={{ territory: only.value }} />
			) : (
				<SelectField
					{...form.field("territory")}
					label={t("duty.territory")}
					choices={territories}
					prompt="—"
				/>
			)}
			<RadioGroup
				{...form.field("duty")}
				label={t("duty.duty")}
				choices={givenDuties.map((name) => ({
					value: name,
					label: duty(`duty.${name}`),
					hint: t(`duty.hints.${name}`),
				}))}
			/>
		</>
	);
}
