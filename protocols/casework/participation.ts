import type { PartId } from "#protocols/language/places.ts";
import { type Handoff, isHeldByRecipient } from "./handoff/handoff.ts";
import { openParts, partOf, type Situation } from "./situation.ts";
import type { Acting } from "./story.ts";

/**
 * Whether a structure has a part in a situation: it plays a role, holds a part, leads, sent a
 * handoff or accepted one, or came along with a duplicate. A structure that was only asked sees the
 * handoff, not the situation.
 */
export function takesPart(situation: Situation, structure: string): boolean {
	return worksIn(situation, structure) || cameAlong(situation, structure);
}

/**
 * Whether a structure takes part only by what came along with a duplicate: its own handoffs go on
 * here, and what others say and do is none of its concern.
 */
export function isOnlyBeside(situation: Situation, structure: string): boolean {
	return cameAlong(situation, structure) && !worksIn(situation, structure);
}

function cameAlong(situation: Situation, structure: string): boolean {
	return (
		situation.joined.includes(structure) ||
		handoffsEver(situation).some((handoff) => handoff.beside && involves(handoff, structure))
	);
}

function worksIn(situation: Situation, structure: string): boolean {
	return (
		Object.values(situation.bindings).includes(structure) ||
		situation.lead === structure ||
		Object.values(situation.holders).some((holder) => holder?.structure === structure) ||
		handoffsEver(situation).some((handoff) => !handoff.beside && involves(handoff, structure))
	);
}

/** Those that run or ended here, and those that went on elsewhere when it was closed as a duplicate. */
function handoffsEver({ handoffs, movedAway }: Situation): Handoff[] {
	return [...Object.values(handoffs), ...Object.values(movedAway)];
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

/** The parts where the protocol stands, also once it was closed there. */
export function standingParts(situation: Situation): PartId[] {
	const parts = situation.snapshot.context.open.map((step) => partOf(situation, step));
	return [...new Set(parts)];
}

/** Who follows it: the lead, and whoever holds where it stands. */
export function attending(situation: Situation): string[] {
	const { lead, holders } = situation;
	const holding = standingParts(situation).flatMap((part) => holders[part]?.structure ?? []);
	return [...new Set(lead === undefined ? holding : [lead, ...holding])];
}

/** Whether somebody may steer who does what: a holder, the lead or the coordinator. */
export function maySteer(situation: Situation, { structure, coordinator }: Acting): boolean {
	return coordinator || situation.lead === structure || holdsPart(situation, structure);
}
