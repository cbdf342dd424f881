import "#app/locales/needed/joining.ts";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { buttonStyle } from "#app/ui/button-style.ts";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { Page, Section } from "#app/ui/page.tsx";

type Props = {
	/** What the provider is called. */
	label: string;
	linked: boolean;
	/** Somebody has just come back from the provider, and has still to say yes. */
	arrived: boolean;
	answer: FormAnswer | undefined;
	/** What asks again who is in front of the screen. */
	proof: ReactNode;
};

/** Whether one's account is linked with one at the provider: making the link, and cutting it. */
export function LinkPage({ label, linked, arrived, answer, proof }: Props) {
	const t = useT("joining");
	const provider = { provider: label };
	return (
		<Page
			title={t("link.title", provider)}
			lead={t("link.lead", provider)}
			back={{ to: paths.account(), label: t("link.back") }}
		>
			<FormErrors {...(answer?.errors ? { errors: answer.errors } : {})} />
			{arrived ? (
				<Section title={t("link.confirmTitle")}>
					<form method="post">
						<p className="max-w-measure">{t("link.confirmLead", provider)}</p>
						{proof}
						<Actions>
							<Button name="act" value="link">
								{t("link.confirm")}
							</Button>
						</Actions>
					</form>
				</Section>
			) : (
				<p className="font-semibold">
					{linked ? t("link.linked", provider) : t("link.none", provider)}
				</p>
			)}
			{linked && !arrived ? (
				<form method="post" className="mt-8">
					<p className="max-w-measure">{t("link.unlinkLead", provider)}</p>
					{proof}
					<Actions>
						<Button kind="secondary" name="act" value="unlink">
							{t("link.unlink")}
						</Button>
					</Actions>
				</form>
			) : null}
			{linked || arrived ? null : (
				<Actions>
					<a href={paths.accountProviderLink()} className={buttonStyle("primary")}>
						{t("link.begin", provider)}
					</a>
				</Actions>
			)}
		</Page>
	);
}
