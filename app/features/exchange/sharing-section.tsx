import "#app/locales/needed/exchange.ts";
import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";

type Props = { shared: boolean; version: string };

/** Where a coordinator lets other territories read the published version, or takes it back. */
export function SharingSection({ shared, version }: Props) {
	const t = useT("exchange");
	return (
		<Section title={t("sharing.title")} id="sharing">
			{shared ? (
				<Notice kind="done" title={t("sharing.isShared")}>
					<p>{t("sharing.after")}</p>
				</Notice>
			) : (
				<>
					<p className="max-w-measure">{t("sharing.lead")}</p>
					<p className="mt-2 max-w-measure text-ink-soft">{t("sharing.nothing")}</p>
				</>
			)}
			<Form method="post" className="mt-4">
				<HiddenFields values={{ share: shared ? "no" : "yes", version }} />
				<Actions>
					<Button kind={shared ? "secondary" : "primary"}>
						{shared ? t("sharing.unshare") : t("sharing.share")}
					</Button>
				</Actions>
			</Form>
			<p className="mt-6">
				<TextLink to={paths.sharedProtocols()}>{t("sharing.others")}</TextLink>
			</p>
		</Section>
	);
}
