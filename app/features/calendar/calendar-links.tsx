import "#app/locales/needed/calendar.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";

type Props = {
	/** Who keeps the calendar of the territory, or the closing days of their structure. */
	keeps?: boolean;
	manages?: boolean;
};

/** Where the calendar is read, and where those who keep it change it. */
export function CalendarLinks({ keeps = false, manages = false }: Props) {
	const t = useT("calendar");
	const links = [
		{ to: paths.calendarMonths(), words: t("links.months") },
		{ to: paths.calendarDelay(), words: t("links.delay") },
		manages && { to: paths.structureCalendar(), words: t("links.structure") },
		keeps && { to: paths.territoryCalendar(), words: t("links.territory") },
	].filter((link) => link !== false);
	return (
		<Section title={t("links.title")}>
			<ul className="space-y-2">
				{links.map(({ to, words }) => (
					<li key={to}>
						<TextLink to={to}>{words}</TextLink>
					</li>
				))}
			</ul>
		</Section>
	);
}
