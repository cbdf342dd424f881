import "#app/locales/needed/accounts.ts";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import type { SessionEnd } from "#app/server/live-sessions.server.ts";
import { classNames } from "#app/ui/class-names.ts";
import { Details } from "#app/ui/details.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { Heading } from "#app/ui/heading.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { PasskeyButton } from "#app/ui/passkey-button.tsx";
import { DemonstrationAccounts, type DemonstrationStructure } from "./demonstration-accounts.tsx";
import { SignInForm } from "./sign-in-form.tsx";
import { ThreePhases } from "./three-phases.tsx";

type Props = {
	answer?: FormAnswer;
	structures: DemonstrationStructure[];
	/** Why the session that this browser had is over. */
	ended: SessionEnd | null;
	/** The way in by a provider of identities, where one is set up. */
	provider: ReactNode;
};

/** The door: a passkey or a form, and in the fictitious territory the people whom a visitor may be. */
export function SignInPage({ answer, structures, ended, provider }: Props) {
	const t = useT("accounts");
	const demonstration = structures.length > 0;
	return (
		<Page title={t("signIn.title")} lead={t("signIn.lead")} width="wide">
			<div className="grid gap-x-24 gap-y-14 lg:grid-cols-[minmax(0,25rem)_minmax(20rem,1fr)] lg:grid-rows-[auto_1fr]">
				<div>
					{ended ? (
						<div className="mb-8">
							<Notice title={t("ended.title")}>{t(`ended.${ended}`)}</Notice>
						</div>
					) : null}
					<PasskeyButton act="sign-in" otherwise={t("signIn.passkeyScript")}>
						{t("signIn.passkey")}
					</PasskeyButton>
					{provider}
					<p className="mt-8 mb-4 text-ink-soft">{t("signIn.or")}</p>
					<SignInForm answer={answer} />
					<div className="mt-6">
						<Details summary={t("signIn.noAccount")}>{t("signIn.noAccountAnswer")}</Details>
						<Details summary={t("signIn.forgotten")}>{t("signIn.forgottenAnswer")}</Details>
					</div>
				</div>
				{demonstration ? (
					<section className="lg:row-span-2">
						<Heading level={2}>{t("demonstration.title")}</Heading>
						<p className="mt-2 mb-8 max-w-measure text-ink-soft">{t("demonstration.lead")}</p>
						<DemonstrationAccounts structures={structures} />
					</section>
				) : null}
				<div className={classNames(!demonstration && "lg:pt-8")}>
					<ThreePhases />
				</div>
			</div>
		</Page>
	);
}
