import "#app/locales/needed/situations.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PhoneLink } from "#app/ui/text-link.tsx";

/** After an emergency or a fourth loop: somebody says it. */
export function CareNotice() {
	const t = useT("situations");
	return (
		<Notice title={t("care.title")}>
			<p>{t("care.text")}</p>
			<p>
				{t("care.call")} <PhoneLink number="119" inSentence />
			</p>
		</Notice>
	);
}
