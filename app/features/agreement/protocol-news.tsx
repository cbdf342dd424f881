import "#app/locales/needed/changes.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Details } from "#app/ui/details.tsx";
import { Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { DifferenceList } from "./difference-list.tsx";
import type { PartView } from "./present-difference.ts";

type Props = {
	protocolId: string;
	/** What changed since the version before; null for a first version. */
	news: { since: number; parts: PartView[] } | null;
	/** The reader may take the protocol out of use. */
	mayRetire: boolean;
};

/** On the page of a published protocol: what is new since the version before. */
export function ProtocolNews({ protocolId, news, mayRetire }: Props) {
	const t = useT("changes");
	const { date } = useFormat();
	return (
		<>
			{news ? (
				<Section title={t("news.title")} id="news">
					<p className="max-w-measure">
						{t("news.lead", { count: news.parts.length, date: date(news.since) })}
					</p>
					<Details summary={t("news.show")}>
						<DifferenceList parts={news.parts} />
					</Details>
				</Section>
			) : null}
			{mayRetire ? (
				<p className="mt-10 print:hidden">
					<TextLink to={paths.retireProtocol(protocolId)}>{t("retire")}</TextLink>
				</p>
			) : null}
		</>
	);
}
