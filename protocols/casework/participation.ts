import { type Handoff, isHeldByRecipient } from "./handoff/handoff.ts";
import { openParts, type Situation } from "./situation.ts";
import type { Acting } from "./story.ts";

/**
 * Whether a structure has a part in a situation: it plays a role, holds a part, leads, sent a
 * handoff or accepted one. A structure that was only asked sees the handoff, not the situation.
 */
export function takesPart(situation: Situation, structure: string): boolean {
	return (
		Object.values(situation.bindings).includes(structure) ||
		situation.lead === structure ||
		Object.values(situation.holders).some((holder) => holder?.structure === structure) ||
		Object.values(situation.handoffs).some((handoff) => involves(handoff, structure))
	);
}

function involves(handoff: Handoff, structure: string): boolean {
	return (
		handoff.from === structure ||
		(handoff.to === structure && (isHeldByRecipient(handoff) || handoff.acceptedAt !== undefined))
	);
}

/** Whether a structure holds one of the open parts. */
export function holdsPart(situation: Situation, structure: string): boolean {
	return openParts(situation).some((part) => situation.holders[part]?.structure === structure);
}

/** Whether somebody may steer who does what: a holder, the lead or the coordinator. */
export function maySteer(situation: Situation, { structure, coordinator }: Acting): boolean {
	return coordinator || situation.lead === structure || holdsPart(situation, structure);
}
