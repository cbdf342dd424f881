import "#app/locales/needed/messages.ts";
import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/choice-groups.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Prose, Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import { chosenNotices } from "./choices.ts";
import { LanguageField } from "./language-field.tsx";
import { SavedNotice } from "./saved-notice.tsx";

type Props = {
	notices: string[];
	language: string;
	/** Whether letters really leave for this person. */
	relay: boolean;
	/** Whether they decide about the letters of their structure. */
	manages: boolean;
	/** Whether a calendar application may read their due dates. */
	feed: boolean;
	saved: boolean;
	answer: FormAnswer | undefined;
};

const schema = () => import("./wishes-form.schema.ts").then(({ wishesForm }) => wishesForm);

/** Which notices somebody wants; urgent ones are not a choice. */
export function WishesPage({ notices, language, relay, manages, feed, saved, answer }: Props) {
	const t = useT("messages");
	const form = useKindForm({ answer, schema });
	const { defaultValue: chosen, ...field } = form.choices("notices");
	return (
		<Page
			title={t("title")}
			lead={t("lead")}
			back={{ to: paths.account(), label: t("backToAccount") }}
		>
			{saved ? <SavedNotice /> : null}
			{relay ? null : (
				<div className="mb-6">
					<Notice title={t("noRelay")} />
				</div>
			)}
			<Form method="post" {...form.props}>
				<FormErrors {...form.summary} />
				<CheckboxGroup
					{...field}
					defaultValue={answer ? chosen : notices}
					label={t("notices.label")}
					hint={t("notices.hint")}
					choices={chosenNotices.map((notice) => ({
						value: notice,
						label: t(`notices.${notice}`),
						hint: t(`notices.${notice}Hint`),
					}))}
					optional
				/>
				<LanguageField {...form.field("language")} current={language} />
				<Actions>
					<Button>{t("submit")}</Button>
				</Actions>
			</Form>
			<Section title={t("urgent.title")}>
				<Prose>
					<p>{t("urgent.always")}</p>
					<p>{t("urgent.closed")}</p>
				</Prose>
			</Section>
			<Section title={t("elsewhere.title")}>
				<ul className="space-y-2">
					<li>
						<TextLink to={paths.week()}>{t("week.title")}</TextLink>
					</li>
					<li>
						<TextLink to={paths.accountFeed()}>{t(feed ? "feed.linkOn" : "feed.linkOff")}</TextLink>
					</li>
					{manages ? (
						<li>
							<TextLink to={paths.structureMessages()}>{t("structure.title")}</TextLink>
						</li>
					) : null}
				</ul>
			</Section>
		</Page>
	);
}
