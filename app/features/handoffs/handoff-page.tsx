import "#app/locales/needed/handoff-states.ts";
import "#app/locales/needed/handoffs.ts";
import type { ReactNode } from "react";
import type { Due } from "#app/i18n/due.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { ItemList } from "#app/ui/item-list.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { hasEnded } from "#protocols/casework/handoff/life.ts";
import { HandoffCheckpoint, type ShownCheckpoint } from "./handoff-checkpoint.tsx";
import { HandoffAnswers, HandoffFacts } from "./handoff-facts.tsx";
import { HandoffLife } from "./handoff-life.tsx";
import { HandoffNow } from "./handoff-now.tsx";
import { HandoffNumber } from "./handoff-number.tsx";
import type { JustRecorded } from "./just-recorded.ts";
import { MatchingNotices } from "./matching-notices.tsx";
import type { PresentedHandoff } from "./present-handoff.ts";
import { OtherStructures } from "./structure-lines.tsx";
import type { PresentedStructure } from "./structure-words.ts";

type Props = {
	handoff: PresentedHandoff;
	due: Due | null;
	/** What the reader has just done. */
	recorded: JustRecorded | null;
	/** Other structures to turn to; null while nobody has to look elsewhere. */
	others: PresentedStructure[] | null;
	/** What it was last witnessed with; null before it is sent. */
	checkpoint: ShownCheckpoint | null;
	/** What is said of an emergency access. */
	glass: ReactNode;
	timeZone: string;
};

/** A handoff, for one of its sides. */
export function HandoffPage(props: Props) {
	const { handoff, due, recorded, others, checkpoint, glass, timeZone } = props;
	const t = useT("handoffs");
	const format = useFormat(timeZone);
	const { alias, words, state, side, from, to } = handoff;
	const sent = state !== "draft" && state !== "discarded";
	// Just after sending, the number comes first: it is about to be said on the telephone.
	const states = useT("handoffStates");
	const numberFirst = side === "sender" && state === "sent" && !handoff.external;
	const number = (
		<div className="min-w-0 space-y-10 lg:col-start-2 lg:row-span-3 lg:row-start-1">
			{sent ? <HandoffNumber handoff={handoff} /> : null}
			<Beside handoff={handoff} />
		</div>
	);
	return (
		<Page
			width="wide"
			above={[t("page.above"), alias ?? words].filter(Boolean).join(" · ")}
			title={handoff.step}
			lead={t("page.fromTo", { from: from.name, to: to.name })}
			back={backTo(handoff, t)}
		>
			<div className="grid gap-x-16 gap-y-6 lg:grid-cols-[minmax(0,36rem)_minmax(16rem,1fr)] lg:grid-rows-[auto_auto_1fr]">
				{recorded ? (
					<Notice kind="done" live title={states(`what.${recorded.what}`)}>
						<p>{t("page.recorded", { at: format.dateTime(recorded.at) })}</p>
					</Notice>
				) : null}
				<div className="space-y-6 empty:hidden">
					<MatchingNotices handoff={handoff} timeZone={timeZone} />
					{glass}
				</div>
				{numberFirst ? number : null}
				<div className="min-w-0">
					<HandoffNow handoff={handoff} due={due} timeZone={timeZone} />
				</div>
				{numberFirst ? null : number}
				<div className="min-w-0">
					<HandoffNotices handoff={handoff} />
					<div className="mt-12">
						{others ? <OtherStructures structures={others} role={to.role} /> : null}
						<HandoffFacts handoff={handoff} />
						<HandoffAnswers handoff={handoff} />
						<HandoffLife {...handoff} timeZone={timeZone} />
						{checkpoint ? <HandoffCheckpoint checkpoint={checkpoint} timeZone={timeZone} /> : null}
					</div>
				</div>
			</div>
		</Page>
	);
}

function HandoffNotices({ handoff }: { handoff: PresentedHandoff }) {
	const t = useT("handoffs");
	const { external, state, turn, ifSilent, side } = handoff;
	const silent = turn?.side === "recipient" && side !== "recipient" ? ifSilent : null;
	return (
		<div className="space-y-6">
			{external && !hasEnded(state) ? (
				<Notice title={t("prepare.externalTitle")}>
					<p>{t("prepare.external")}</p>
				</Notice>
			) : null}
			{silent ? (
				<Notice title={t("page.ifSilent")}>
					<p>{silent}</p>
				</Notice>
			) : null}
			<SituationLink {...handoff} />
		</div>
	);
}

function backTo({ situation, alias }: PresentedHandoff, t: ReturnType<typeof useT<"handoffs">>) {
	if (situation && alias) return { to: paths.situation(situation), label: alias };
	return { to: paths.myDay(), label: t("page.myDay") };
}

function SituationLink(props: Pick<PresentedHandoff, "situation" | "side" | "state">) {
	const t = useT("handoffs");
	if (props.situation) {
		return (
			<p>
				<TextLink to={paths.situation(props.situation)}>{t("page.openSituation")}</TextLink>
			</p>
		);
	}
	if (props.side !== "recipient") {
		return <p className="text-ink-soft">{t("page.coordinatorNote")}</p>;
	}
	if (hasEnded(props.state)) return null;
	return <p className="text-ink-soft">{t("page.notYet")}</p>;
}

function Beside({ handoff: { beside } }: { handoff: PresentedHandoff }) {
	const t = useT("handoffs");
	const states = useT("handoffStates");
	if (beside.length === 0) return null;
	return (
		<Section title={t("page.beside")} level={3}>
			<ItemList
				items={beside.map(({ handle, state, to }) => ({
					key: handle,
					to: paths.handoff(handle),
					title: to,
					kind: hasEnded(state) ? "done" : "open",
					about: states(`state.${state}`),
				}))}
			/>
		</Section>
	);
}
