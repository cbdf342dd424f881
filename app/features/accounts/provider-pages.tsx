import "#app/locales/needed/joining.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, LinkButton } from "#app/ui/button.tsx";
import { buttonStyle } from "#app/ui/button-style.ts";
import { Page } from "#app/ui/page.tsx";

/** Why somebody who went to the provider is not let in. */
export type ProviderTrouble =
	| "unavailable"
	| "cancelled"
	| "refused"
	| "stale"
	| "unknown"
	| "suspended";

/** Says what happened at the provider, that nothing was lost, and what to do. */
export function ProviderTroublePage({
	trouble,
	label,
}: {
	trouble: ProviderTrouble;
	label: string;
}) {
	const t = useT("joining");
	const provider = { provider: label };
	return (
		<Page
			title={t(`provider.${trouble}.title`, provider)}
			lead={t(`provider.${trouble}.lead`, provider)}
		>
			<p>{t(`provider.${trouble}.next`, provider)}</p>
			<Actions>
				<LinkButton to={paths.signIn()}>{t("provider.signIn")}</LinkButton>
			</Actions>
		</Page>
	);
}

/**
 * A page of our own between the provider and what comes next. The browser keeps our cookies from
 * an address that another site leads to; from here on, we lead.
 */
export function ProviderReturnPage({ to }: { to: string }) {
	const t = useT("joining");
	return (
		<Page title={t("provider.back.title")} lead={t("provider.back.lead")}>
			<p>{t("provider.back.next")}</p>
			<Actions>
				<a href={to} className={buttonStyle("primary")}>
					{t("provider.back.act")}
				</a>
			</Actions>
		</Page>
	);
}

/** What has the browser go on by itself, without any script. */
export function goesOnTo(to: string) {
	return { httpEquiv: "refresh", content: `0; url=${to}` };
}
