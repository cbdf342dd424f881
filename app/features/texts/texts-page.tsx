import "#app/locales/needed/texts.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { ItemList } from "#app/ui/item-list.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { PresentedFinding } from "./present-findings.ts";

type Props = {
	waiting: { structureId: string; structureName: string; proposedAt: number }[];
	findings: PresentedFinding[];
	timeZone: string;
};

/** The texts that everybody reads, for the coordinator: what waits, and what may point at somebody. */
export function TextsPage({ waiting, findings, timeZone }: Props) {
	const t = useT("texts");
	return (
		<Page title={t("list.title")} lead={t("list.lead")}>
			<Section title={t("list.waiting")}>
				<Waiting waiting={waiting} timeZone={timeZone} />
			</Section>
			<Section title={t("list.found")}>
				{findings.length === 0 ? (
					<p className="text-ink-soft">{t("list.foundNone")}</p>
				) : (
					<>
						<p className="mb-4 max-w-measure text-ink-soft">{t("list.foundLead")}</p>
						<Found findings={findings} />
					</>
				)}
			</Section>
		</Page>
	);
}

function Waiting({ waiting, timeZone }: Pick<Props, "waiting" | "timeZone">) {
	const t = useT("texts");
	const { date } = useFormat(timeZone);
	if (waiting.length === 0) return <p className="text-ink-soft">{t("list.waitingNone")}</p>;
	return (
		<ItemList
			label={t("list.waiting")}
			items={waiting.map(({ structureId, structureName, proposedAt }) => ({
				key: structureId,
				to: paths.textReading(structureId),
				title: structureName,
				kind: "late",
				about: t("list.since", { date: date(proposedAt) }),
			}))}
		/>
	);
}

function Found({ findings }: Pick<Props, "findings">) {
	const t = useT("texts");
	return (
		<ItemList
			label={t("list.found")}
			items={findings.map(({ key, to, about, subject, place, english, kind }) => ({
				key,
				to,
				title: subject,
				kind: "info",
				about: [
					t(`list.${about}`),
					place.known ? t(`list.places.${place.known}`) : place.words,
					english ? t("list.inEnglish") : "",
					t("list.resembles", { kind: t(`list.kinds.${kind}`) }),
				]
					.filter(Boolean)
					.join(" · "),
			}))}
		/>
	);
}
