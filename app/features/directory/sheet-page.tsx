import "#app/locales/needed/directory.ts";
import { Form } from "@remix-run/react";
import { useMemo } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { Checkbox, CheckboxGroup } from "#app/ui/choice-groups.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { Page } from "#app/ui/page.tsx";
import { type Choice, SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import { sheetKinds } from "./sheet-kinds.ts";

/** The sheet of a structure, as its form holds it. */
export type Sheet = {
	name: string;
	kind: string;
	zone: string;
	phone: string;
	roles: string[];
	sensitive: string;
};

type Props = {
	/** The sheet to change; none to write a new one. */
	sheet: Sheet | null;
	roles: Choice[];
	/** What the action answered last, with everything that was typed. */
	answer: FormAnswer | undefined;
	/** The name looks like a person's: its keeper says what it is. */
	asksPlace: boolean;
};

const schema = () => import("./sheet-form.schema.ts").then(({ sheetForm }) => sheetForm);

/** The sheet of a structure: what its partners read in the directory. */
export function SheetPage({ sheet, roles, answer, asksPlace }: Props) {
	const t = useT("directory");
	// What was typed comes back; before anything was, what the sheet says, as one and the same answer.
	const written = useMemo(() => (sheet ? { values: sheet } : undefined), [sheet]);
	const form = useKindForm({ answer: answer ?? written, schema });
	return (
		<Page
			title={sheet ? t("sheet.editTitle") : t("sheet.newTitle")}
			lead={sheet ? sheet.name : t("sheet.newLead")}
			back={{ to: paths.upkeep(), label: t("upkeep.title") }}
		>
			<Form method="post" {...form.props}>
				<FormErrors {...form.summary} />
				<TextField
					{...form.field("name")}
					label={t("sheet.name")}
					hint={t("sheet.nameHint")}
					autoComplete="off"
					maxLength={80}
					required
				/>
				{asksPlace ? (
					<Checkbox
						name="place"
						label={t("sheet.place")}
						hint={t("sheet.placeHint")}
						defaultChecked={form.field("place").defaultValue === "yes"}
					/>
				) : null}
				<SelectField
					{...form.field("kind")}
					label={t("sheet.kind")}
					prompt={t("sheet.choose")}
					choices={sheetKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
				/>
				<TextField
					{...form.field("zone")}
					label={t("sheet.zone")}
					hint={t("sheet.zoneHint")}
					autoComplete="off"
					maxLength={40}
					optional
				/>
				<TextField
					{...form.field("phone")}
					label={t("sheet.phone")}
					hint={t("sheet.phoneHint")}
					type="tel"
					inputMode="tel"
					autoComplete="off"
					maxLength={24}
					optional
				/>
				<CheckboxGroup
					{...form.choices("roles")}
					label={t("sheet.roles")}
					hint={t("sheet.rolesHint")}
					choices={roles}
					optional
				/>
				<Checkbox
					name="sensitive"
					label={t("sheet.sensitive")}
					hint={t("sheet.sensitiveHint")}
					defaultChecked={form.field("sensitive").defaultValue === "yes"}
				/>
				<Actions>
					<Button>{sheet ? t("sheet.submit") : t("sheet.submitNew")}</Button>
				</Actions>
			</Form>
		</Page>
	);
}
