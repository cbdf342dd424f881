import "#app/locales/needed/handoffs.ts";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { DataList } from "#app/ui/data-list.tsx";
import { Section } from "#app/ui/page.tsx";
import { PhoneLink } from "#app/ui/text-link.tsx";
import type { PresentedHandoff } from "./present-handoff.ts";

type Party = PresentedHandoff["from"];

/** What is asked, by whom, of whom, how urgently. */
export function HandoffFacts({ handoff }: { handoff: PresentedHandoff }) {
	const t = useT("handoffs");
	const { asks, step, side, from, to, urgency, delays, referent, missing, outcome } = handoff;
	const items: { term: string; description: ReactNode }[] = [
		{ term: t("page.asks"), description: <strong>{asks}</strong> },
		{ term: t("page.step"), description: step },
		{ term: t("page.from"), description: <PartyWords party={from} own={side === "sender"} /> },
		{ term: t("page.to"), description: <PartyWords party={to} own={side === "recipient"} /> },
		{ term: t("page.urgency"), description: t(`urgency.${urgency}`) },
		{ term: t("page.delays"), description: <Delays delays={delays} /> },
	];
	const more = [
		{ term: t("page.referent"), description: referent },
		{ term: t("page.missing"), description: missing },
		{ term: t("page.outcome"), description: outcome },
	].filter(({ description }) => description);
	return (
		<Section title={t("page.facts")}>
			<DataList items={[...more, ...items]} />
		</Section>
	);
}

function PartyWords({ party: { name, known, role, phone }, own }: { party: Party; own: boolean }) {
	const t = useT("handoffs");
	return (
		<>
			<span className="block">{known ? name : t("structure.protected", { role })}</span>
			{known && name !== role ? (
				<span className="block text-small text-ink-soft">{t("page.role", { role })}</span>
			) : null}
			{phone && !own ? <PhoneLink number={phone} /> : null}
		</>
	);
}

/** The delays of each answer, in words. */
export function Delays({ delays }: Pick<PresentedHandoff, "delays">) {
	const t = useT("handoffs");
	return (
		<ul>
			{delays.map(({ clock, within }) => (
				<li key={clock}>{t("prepare.delayOf", { what: t(`delay.${clock}`), delay: within })}</li>
			))}
		</ul>
	);
}

/** The closed answers that travel with a handoff; a coordinator reads none of them. */
export function HandoffAnswers({ handoff }: { handoff: PresentedHandoff }) {
	const t = useT("handoffs");
	const { shared, ageBand, information } = handoff;
	const own = [
		{ term: t("page.age"), description: ageBand },
		{ term: t("page.information"), description: information },
	].filter(({ description }) => description);
	const items = [...(shared ?? []), ...own];
	const none = shared === null ? t("page.sharedCoordinator") : t("page.sharedNone");
	return (
		<Section title={t("page.shared")}>
			{items.length > 0 ? <DataList items={items} /> : <p className="text-ink-soft">{none}</p>}
		</Section>
	);
}
