import "#app/locales/needed/handoff-states.ts";
import "#app/locales/needed/handoffs.ts";
import type { Due } from "#app/i18n/due.ts";
import { useDue } from "#app/i18n/use-due.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Heading } from "#app/ui/heading.tsx";
import type { MarkKind } from "#app/ui/mark.tsx";
import { Panel } from "#app/ui/page.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { PhoneLink } from "#app/ui/text-link.tsx";
import { HandoffActs } from "./handoff-acts.tsx";
import { LatestSaid } from "./handoff-life.tsx";
import type { PresentedHandoff } from "./present-handoff.ts";
import { stateMark } from "./state-mark.ts";
import { useHolder } from "./use-holder.ts";

type Props = { handoff: PresentedHandoff; due: Due | null; timeZone: string };

/** Where a handoff stands: its state, who holds, whose turn it is, and what to do now. */
export function HandoffNow({ handoff, due, timeZone }: Props) {
	const t = useT("handoffs");
	const states = useT("handoffStates");
	return (
		<Panel>
			<Heading level={2} size={3} id="now">
				{t("page.now")}
			</Heading>
			<p className="mt-3 text-lead">
				<StatusTag kind={stateMark(handoff)}>{states(`state.${handoff.state}`)}</StatusTag>
			</p>
			<p className="mt-1 text-lead font-semibold">{useHolder(handoff, timeZone)}</p>
			<div className="mt-2 empty:hidden">
				<LatestSaid {...handoff} timeZone={timeZone} />
			</div>
			<Turn handoff={handoff} due={due} timeZone={timeZone} />
			<HandoffActs {...handoff} />
		</Panel>
	);
}

function Turn({ handoff, due, timeZone }: Props) {
	const t = useT("handoffs");
	const { turn, side, state, from, to } = handoff;
	if (!turn) return null;
	const mine = turn.side === side;
	// The clock is the sender's then; whoever was asked may answer all the same.
	const stillOpen = state === "unanswered" && side === "recipient";
	const other = turn.side === "sender" ? from.name : to.name;
	if (stillOpen) return <p className="mt-3">{t("turn.stillOpen")}</p>;
	return (
		<div className="mt-3 space-y-1">
			<p>{mine ? t("turn.mine") : t("turn.theirs", { other })}</p>
			{due ? <Clock due={due} mine={mine} timeZone={timeZone} /> : null}
			<Ladder handoff={handoff} />
		</div>
	);
}

type ClockProps = { due: Due; mine: boolean; timeZone: string };

function Clock({ due, mine, timeZone }: ClockProps) {
	const t = useT("handoffs");
	const format = useFormat(timeZone);
	const sayDue = useDue(timeZone);
	const late = due.kind === "late";
	const shape: MarkKind = late ? "late" : mine ? "waiting" : "open";
	return (
		<>
			<p>
				<StatusTag kind={shape}>{sayDue(due)}</StatusTag>
			</p>
			<p className="text-small text-ink-soft">
				{t("turn.exact", { at: format.dateTime(due.at) })} {late ? t("turn.overdueNext") : null}
			</p>
		</>
	);
}

/** That the coordinator was told, and whom to call: a voice often helps. */
function Ladder({ handoff: { ladder } }: Pick<Props, "handoff">) {
	const t = useT("handoffs");
	if (!ladder) return null;
	const { rung, call } = ladder;
	return (
		<>
			<p className="pt-2">
				<StatusTag kind={rung === "escalate" ? "failed" : "late"}>{t(`ladder.${rung}`)}</StatusTag>
			</p>
			{call === null ? null : (
				<p>
					{t("ladder.call", { name: call.name })}{" "}
					{call.phone === null ? t("ladder.noPhone") : <PhoneLink number={call.phone} />}
				</p>
			)}
		</>
	);
}
