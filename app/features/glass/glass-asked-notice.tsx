import "#app/locales/needed/glass.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Notice } from "#app/ui/notice.tsx";
import { TextLink } from "#app/ui/text-link.tsx";

/** Tells a manager that the coordination waits for their agreement. */
export function GlassAskedNotice({ count }: { count: number }) {
	const t = useT("glass");
	if (count === 0) return null;
	return (
		<Notice kind="late" title={t("asked.title", { count })}>
			<p>
				<TextLink to={paths.structureEmergencyAccess()}>{t("asked.link")}</TextLink>
			</p>
		</Notice>
	);
}
