import "#app/locales/needed/messages.ts";
import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { Checkbox, RadioGroup } from "#app/ui/choice-groups.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { Page, Prose, Section } from "#app/ui/page.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import { longestMailbox } from "./choices.ts";
import { LanguageField } from "./language-field.tsx";
import { SavedNotice } from "./saved-notice.tsx";

type Props = {
	structure: string;
	wishes: { urgentTo: string; mailbox: string | null; mailboxNotices: boolean; language: string };
	saved: boolean;
	answer: FormAnswer | undefined;
};

const schema = () =>
	import("./structure-letters.schema.ts").then(({ structureLettersForm }) => structureLettersForm);

/** To whom urgent letters of a structure go, and the mailbox that its people share. */
export function StructureLettersPage({ structure, wishes, saved, answer }: Props) {
	const t = useT("messages");
	const form = useKindForm({ answer, schema });
	const urgentTo = form.field("urgentTo");
	const mailbox = form.field("mailbox");
	const { defaultValue: ticked, ...notices } = form.field("mailboxNotices");
	return (
		<Page
			title={t("structure.title")}
			above={structure}
			lead={t("structure.lead")}
			back={{ to: paths.accountMessages(), label: t("backToOwn") }}
		>
			{saved ? <SavedNotice /> : null}
			<Form method="post" {...form.props}>
				<FormErrors {...form.summary} />
				<RadioGroup
					{...urgentTo}
					defaultValue={urgentTo.defaultValue ?? wishes.urgentTo}
					label={t("structure.urgentTo")}
					hint={t("structure.urgentHint")}
					choices={(["everyone", "reception"] as const).map((value) => ({
						value,
						label: t(`structure.${value}`),
						hint: t(`structure.${value}Hint`),
					}))}
				/>
				<TextField
					{...mailbox}
					defaultValue={mailbox.defaultValue ?? wishes.mailbox ?? ""}
					label={t("structure.mailbox")}
					hint={t("structure.mailboxHint")}
					type="email"
					inputMode="email"
					autoComplete="off"
					maxLength={longestMailbox}
					optional
				/>
				<Checkbox
					{...notices}
					defaultChecked={answer ? ticked === "yes" : wishes.mailboxNotices}
					label={t("structure.mailboxNotices")}
					hint={t("structure.mailboxNoticesHint")}
				/>
				<LanguageField {...form.field("language")} current={wishes.language} />
				<Actions>
					<Button>{t("submit")}</Button>
				</Actions>
			</Form>
			<Section title={t("structure.nobody")}>
				<Prose>
					<p>{t("structure.nobodyWants")}</p>
					<p>{t("structure.nobodyThere")}</p>
				</Prose>
			</Section>
		</Page>
	);
}
