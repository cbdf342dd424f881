import "#app/locales/needed/colleagues.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Notice } from "#app/ui/notice.tsx";
import { TextLink } from "#app/ui/text-link.tsx";

/** Reminds a manager, in their day, that the list of their colleagues is to be read again. */
export function ReviewReminder() {
	const t = useT("colleagues");
	return (
		<Notice kind="info" title={t("reminder.title")}>
			<p>{t("reminder.lead")}</p>
			<p>
				<TextLink to={paths.colleagues()}>{t("reminder.act")}</TextLink>
			</p>
		</Notice>
	);
}
