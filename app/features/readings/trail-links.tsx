import "#app/locales/needed/readings.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";

type Props = { own: boolean; structure: boolean; trail: boolean };

/** From one's account to what was read: by oneself, by one's structure, in the territory. */
export function TrailLinks({ own, structure, trail }: Props) {
	const t = useT("readings");
	return (
		<Section title={t("links.title")}>
			<p className="mb-2 max-w-measure">{t("links.lead")}</p>
			<ul>
				{own ? (
					<li>
						<TextLink to={paths.ownReadings()}>{t("own.title")}</TextLink>
					</li>
				) : null}
				{structure ? (
					<>
						<li>
							<TextLink to={paths.structureReadings()}>{t("structure.title")}</TextLink>
						</li>
						<li>
							<TextLink to={paths.structureStatement()}>{t("statement.title")}</TextLink>
						</li>
					</>
				) : null}
				{trail ? (
					<li>
						<TextLink to={paths.trail()}>{t("trail.title")}</TextLink>
					</li>
				) : null}
			</ul>
		</Section>
	);
}
