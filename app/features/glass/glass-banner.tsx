import "#app/locales/needed/glass.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Notice } from "#app/ui/notice.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { ShownGlass } from "./ask-page.tsx";

type Props = {
	glass: ShownGlass | null;
	/** Where a coordinator asks for it, on a handoff that its holder cannot give back. */
	askAt: string | null;
	timeZone: string;
};

/** Tells both structures that a handoff is open to the coordination, and who may ask where to. */
export function GlassBanner({ glass, askAt, timeZone }: Props) {
	const t = useT("glass");
	const { dateTime } = useFormat(timeZone);
	const link = askAt ? (
		<p>
			<TextLink to={paths.emergencyAccess(askAt)}>{t("banner.ask")}</TextLink>
		</p>
	) : null;
	if (!glass || glass.state === "refused") return link;
	return (
		<Notice kind="late" title={t(`state.${glass.state}`, { at: dateTime(glass.endsAt) })}>
			<p>{t(`reason.${glass.reason}`)}</p>
			<p>{t("banner.answers")}</p>
			{link}
		</Notice>
	);
}
