import { useT } from "#app/i18n/use-t.ts";
import { DataList } from "#app/ui/data-list.tsx";
import { Section } from "#app/ui/page.tsx";
import { Delays } from "./handoff-facts.tsx";
import type { PresentedPreparation } from "./present-preparation.ts";

/** What the protocol says of this handoff: what it asks, of whom, how fast, and what holds meanwhile. */
export function PrepareAside({ page }: { page: PresentedPreparation }) {
	const t = useT("handoffs");
	const { asks, role, urgency, delays, ownDelay, goesOn, ifSilent, shape } = page;
	const items = [
		{ term: t("prepare.asks"), description: <strong>{asks}</strong> },
		{ term: t("prepare.who"), description: role },
		{ term: t("prepare.urgency"), description: t(`urgency.${urgency}`) },
		{ term: t("prepare.delays"), description: shape.external ? null : <Delays delays={delays} /> },
		{ term: t("prepare.yours"), description: ownDelay },
		{ term: t("prepare.ifSilent"), description: ifSilent },
	];
	return (
		<Section title={t("page.facts")} level={3}>
			<DataList items={items.filter(({ description }) => description)} />
			<p className="mt-4 text-ink-soft">
				{t("prepare.still")}{" "}
				{goesOn === "acceptance" ? t("prepare.goesOnAcceptance") : t("prepare.goesOnOutcome")}
			</p>
		</Section>
	);
}
