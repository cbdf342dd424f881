import "#app/locales/needed/handoff-states.ts";
import "#app/locales/needed/handoffs.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Notice } from "#app/ui/notice.tsx";
import { hasEnded } from "#protocols/casework/handoff/life.ts";
import type { PresentedHandoff } from "./present-handoff.ts";

type Props = { handoff: PresentedHandoff; timeZone: string };

/** What one has to know of a line: it was not found, it came from a duplicate, its number was recalled. */
export function MatchingNotices({ handoff, timeZone }: Props) {
	const t = useT("handoffs");
	const states = useT("handoffStates");
	const format = useFormat(timeZone);
	const { unmatched, recalledUntil, moved, state, side } = handoff;
	const until = recalledUntil === null ? "" : format.dateTime(recalledUntil);
	const recipient = side === "recipient";
	return (
		<>
			{unmatched ? (
				<Notice kind="late" title={states("unmatched")}>
					<p>{unmatched.said ?? t("pairing.silence")}</p>
					<p>{t(nextOf(side))}</p>
				</Notice>
			) : null}
			{moved && !hasEnded(state) ? (
				<Notice title={t("pairing.moved")}>
					<p>{t("pairing.movedLead")}</p>
				</Notice>
			) : null}
			{recalledUntil === null ? null : (
				<Notice title={t("pairing.recalled")}>
					<p>{t(recipient ? "pairing.recalledRecipient" : "pairing.recalledSender", { until })}</p>
				</Notice>
			)}
		</>
	);
}

function nextOf(side: PresentedHandoff["side"]) {
	if (side === "sender") return "pairing.unmatchedSender" as const;
	return side === "recipient" ? "pairing.unmatchedRecipient" : "pairing.unmatchedOther";
}
