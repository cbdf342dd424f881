import { awaitedSide } from "#protocols/casework/handoff/delays.ts";
import { stateOf } from "#protocols/casework/handoff/handoff.ts";
import { hasEnded } from "#protocols/casework/handoff/life.ts";
import { openParts, type Situation } from "#protocols/casework/situation.ts";
import type { Memory, Remembered } from "./memory.ts";

/** Each open situation has a holder for each open part, and who holds it has acted in it or was told. */
export function lostSituations(memory: Memory): string[] {
	return [...memory].flatMap(([pk, known]) => {
		const { situation } = known;
		if (!situation) return [];
		return [...lostParts(situation, known), ...lostHandoffs(situation, known)].map(
			(promise) => `Situation ${pk}: ${promise}`,
		);
	});
}

function lostParts(situation: Situation, { told }: Remembered): string[] {
	return openParts(situation).flatMap((part) => {
		const holder = situation.holders[part]?.structure;
		if (holder === undefined) return [`Nobody holds ${part}.`];
		return told.has(holder) ? [] : [`${holder} holds ${part} and was never told.`];
	});
}

function lostHandoffs({ handoffs }: Situation, { told }: Remembered): string[] {
	return Object.values(handoffs)
		.filter((handoff) => !hasEnded(stateOf(handoff)) && handoff.to !== undefined)
		.flatMap((handoff) => {
			const side = awaitedSide(handoff);
			const awaited = side === "sender" ? handoff.from : (handoff.to ?? "");
			if (side === undefined) return [`Nobody is awaited on ${handoff.id}.`];
			return told.has(awaited) ? [] : [`${awaited} is awaited on ${handoff.id}, untold.`];
		});
}
