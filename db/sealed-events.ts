import type { KeyObject } from "node:crypto";
import { type SituationEvent, situationEvent } from "#protocols/casework/events.ts";
import { seal, unseal } from "./keys/seal.ts";

/** Which event of which situation: it opens nowhere else. */
export type EventPlace = { situationPk: number; position: number };

/** Sealed events come in these steps, so that their length says little of what they hold. */
const blockBytes = 256;

/**
 * Seals everything that an event says, with who, when and what kind: any of it would betray a
 * situation that was forgotten.
 */
export function sealEvent(key: KeyObject, place: EventPlace, event: SituationEvent): Buffer {
	const bytes = Buffer.from(JSON.stringify(event));
	const padded = Buffer.alloc(Math.ceil(bytes.length / blockBytes) * blockBytes, " ");
	bytes.copy(padded);
	return seal(key, padded, placeParts(place));
}

/**
 * Opens a sealed event.
 *
 * @throws SealBroken when it was sealed with another key or for another place, or was changed
 * @throws ZodError when it is not an event that the journal can hold
 */
export function openEvent(key: KeyObject, place: EventPlace, sealed: Buffer): SituationEvent {
	const opened = unseal(key, sealed, placeParts(place)).toString("utf8");
	return situationEvent.parse(JSON.parse(opened));
}

function placeParts({ situationPk, position }: EventPlace) {
	return ["journal", situationPk, position];
}
