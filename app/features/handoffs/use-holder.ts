import "#app/locales/needed/handoffs.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { hasEnded } from "#protocols/casework/handoff/life.ts";
import type { PresentedHandoff } from "./present-handoff.ts";

/** Who holds the part, as the reader stands: "La CRIP vous la transmet : vous ne la tenez pas encore." */
export function useHolder(handoff: PresentedHandoff, timeZone: string): string {
	const t = useT("handoffs");
	const format = useFormat(timeZone);
	const { holder, side, to, state, acceptedAt } = handoff;
	const senderHolds = useSenderHolds(handoff);
	if (state === "draft") return t("page.draftNote");
	if (holder === "nobody") return t("holder.nobody");
	if (holder === "sender") return senderHolds;
	const date = acceptedAt === null ? "" : format.date(acceptedAt);
	if (side === "recipient") return t("holder.recipientMine", { date });
	return t("holder.recipientTheirs", { other: to.name, date });
}

function useSenderHolds({ side, from, to, state, external }: PresentedHandoff): string {
	const t = useT("handoffs");
	// Once declined it waits for no answer any more.
	const waits = !hasEnded(state) && state !== "declined" && !external;
	if (side === "sender") {
		return waits ? t("holder.senderMine", { other: to.name }) : t("holder.senderAlone");
	}
	if (side === "recipient" && waits) return t("holder.senderTheirs", { other: from.name });
	return t("holder.other", { other: from.name });
}
