import "#app/locales/needed/factors.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button, LinkButton } from "#app/ui/button.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { PasskeyButton } from "#app/ui/passkey-button.tsx";
import { CodeSetup, PaperCodes, type Setup } from "./code-setup.tsx";

/** The first visit of an account without a second factor: it chooses one before anything else. */
export function EnrolmentChoice() {
	const t = useT("factors");
	return (
		<Page title={t("enrolment.title")} lead={t("enrolment.lead")}>
			<Section title={t("enrolment.passkeyTitle")}>
				<p className="mb-5 max-w-measure">{t("enrolment.passkeyWhy")}</p>
				<PasskeyButton act="enrol" otherwise={t("enrolment.passkeyScript")}>
					{t("enrolment.passkey")}
				</PasskeyButton>
			</Section>
			<Section title={t("enrolment.codesTitle")}>
				<p className="mb-5 max-w-measure">{t("enrolment.codesWhy")}</p>
				<LinkButton to={`${paths.enrolment()}?with=codes`} kind="secondary">
					{t("enrolment.codes")}
				</LinkButton>
			</Section>
		</Page>
	);
}

type SetupProps = { setup: Setup; answer?: FormAnswer | undefined; back: string };

/** Linking a code application, from the first visit or from one's account. */
export function SetupPage({ setup, answer, back }: SetupProps) {
	const t = useT("factors");
	return (
		<Page title={t("setup.title")} back={{ to: back, label: t("setup.back") }}>
			<CodeSetup setup={setup} answer={answer} />
		</Page>
	);
}

/** The codes on paper, once; then on to Relais. Without them, the page was loaded again. */
export function EnrolmentDone({ codes }: { codes: string[] | null | undefined }) {
	const t = useT("factors");
	return (
		<Page
			title={codes ? t("paper.title") : t("enrolment.done")}
			lead={codes ? t("paper.lead") : t("enrolment.doneLead")}
		>
			{codes ? <PaperCodes codes={codes} /> : null}
			<form method="post">
				<HiddenFields values={{ step: "done" }} />
				<Actions>
					<Button>{codes ? t("paper.noted") : t("enrolment.continue")}</Button>
				</Actions>
			</form>
		</Page>
	);
}
