import "#app/locales/needed/my-day.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Notice } from "#app/ui/notice.tsx";
import { TextLink } from "#app/ui/text-link.tsx";

/** Tells professionals, in their day, that a protocol waits for their structure's answer. */
export function WaitingNotice({ count }: { count: number }) {
	const t = useT("myDay");
	if (count === 0) return null;
	return (
		<Notice title={t("consultations.title", { count })}>
			<p>{t("consultations.lead")}</p>
			<p>
				<TextLink to={paths.consultations()}>{t("consultations.act")}</TextLink>
			</p>
		</Notice>
	);
}
