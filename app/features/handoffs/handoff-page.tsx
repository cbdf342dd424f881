import type { Due } from "#app/i18n/due.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { ItemList } from "#app/ui/item-list.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { hasEnded } from "#protocols/casework/handoff/life.ts";
import { HandoffAnswers, HandoffFacts } from "./handoff-facts.tsx";
import { HandoffLife } from "./handoff-life.tsx";
import { HandoffNow } from "./handoff-now.tsx";
import { HandoffNumber } from "./handoff-number.tsx";
import type { PresentedHandoff } from "./present-handoff.ts";
import { OtherStructures } from "./structure-lines.tsx";
import type { PresentedStructure } from "./structure-words.ts";

type Props = {
	handoff: PresentedHandoff;
	due: Due | null;
	/** When what the reader has just done was recorded. */
	recordedAt: number | null;
	/** Other structures to turn to; null while nobody has to look elsewhere. */
	others: PresentedStructure[] | null;
	timeZone: string;
};

/** A handoff, for one of its sides. */
export function HandoffPage({ handoff, due, recordedAt, others, timeZone }: Props) {
	const t = useT("handoffs");
	const format = useFormat(timeZone);
	const { alias, situation, external, side, state, ifSilent, turn } = handoff;
	const sent = state !== "draft" && state !== "discarded";
	return (
		<Page
			above={alias ? `${t("page.above")} · ${alias}` : t("page.above")}
			title={handoff.step}
			lead={<Lead handoff={handoff} />}
			back={backTo(handoff, t)}
			aside={
				<div className="space-y-10">
					{sent ? <HandoffNumber {...handoff} /> : null}
					<Beside handoff={handoff} />
				</div>
			}
		>
			<div className="space-y-6">
				{recordedAt ? (
					<Notice
						kind="done"
						live
						title={t("page.recorded", { at: format.dateTime(recordedAt) })}
					/>
				) : null}
				<HandoffNow handoff={handoff} due={due} timeZone={timeZone} />
				{external && !hasEnded(state) ? (
					<Notice title={t("prepare.externalTitle")}>
						<p>{t("prepare.external")}</p>
					</Notice>
				) : null}
				{turn?.side === "recipient" && ifSilent && side !== "recipient" ? (
					<Notice title={t("page.ifSilent")}>
						<p>{ifSilent}</p>
					</Notice>
				) : null}
				<SituationLink alias={alias} situation={situation} side={side} />
			</div>
			<div className="mt-12">
				{others ? <OtherStructures structures={others} role={handoff.to.role} /> : null}
				<HandoffFacts handoff={handoff} />
				<HandoffAnswers handoff={handoff} />
				<HandoffLife life={handoff.life} timeZone={timeZone} />
			</div>
		</Page>
	);
}

function Lead({ handoff: { from, to } }: { handoff: PresentedHandoff }) {
	return (
		<>
			{from.name} → {to.name}
		</>
	);
}

function backTo({ situation, alias }: PresentedHandoff, t: ReturnType<typeof useT<"handoffs">>) {
	if (situation && alias) return { to: paths.situation(situation), label: alias };
	return { to: paths.myDay(), label: t("page.myDay") };
}

function SituationLink(props: Pick<PresentedHandoff, "alias" | "situation" | "side">) {
	const t = useT("handoffs");
	if (props.situation) {
		return (
			<p>
				<TextLink to={paths.situation(props.situation)}>{t("page.openSituation")}</TextLink>
			</p>
		);
	}
	if (props.side === "coordinator") {
		return <p className="text-ink-soft">{t("page.coordinatorNote")}</p>;
	}
	return <p className="text-ink-soft">{t("page.notYet")}</p>;
}

function Beside({ handoff: { beside } }: { handoff: PresentedHandoff }) {
	const t = useT("handoffs");
	if (beside.length === 0) return null;
	return (
		<Section title={t("page.beside")} level={3}>
			<ItemList
				items={beside.map(({ handle, state, to }) => ({
					key: handle,
					to: paths.handoff(handle),
					title: to,
					kind: hasEnded(state) ? "done" : "open",
					about: t(`state.${state}`),
				}))}
			/>
		</Section>
	);
}
