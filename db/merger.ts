import { decideMerger, type Side } from "#protocols/casework/merger.ts";
import type { Refusal } from "#protocols/casework/refusal.ts";
import type { Acting } from "#protocols/casework/story.ts";
import { circumstancesOf } from "./circumstances.ts";
import type { Db, Tx } from "./client.ts";
import { historyOf, situationOf } from "./history.ts";
import { append, type Moment } from "./journal.ts";

/** One of two situations, and who says of it that it is the same as the other. */
export type Half = { situationPk: number; acting: Acting };

/** Two situations of one territory. */
export type Halves = { territoryId: string; one: Half; other: Half };

/** Why two situations cannot become one now; undefined when they can. Nothing is written. */
export function mergerRefusal(
	db: Db | Tx,
	{ territoryId, one, other }: Halves,
	moment: Moment,
): Refusal | undefined {
	const circumstances = circumstancesOf(db, territoryId, moment);
	const merger = decideMerger(sideOf(db, one), sideOf(db, other), circumstances);
	return merger.accepted ? undefined : merger.refusal;
}

/**
 * Makes two situations one, inside a transaction of its caller: both histories, their rows, their
 * timers and the messages are written, or nothing is.
 *
 * @returns why not, or undefined when it is done
 */
export function mergeInto(
	tx: Tx,
	{ territoryId, one, other }: Halves,
	moment: Moment,
): Refusal | undefined {
	const circumstances = circumstancesOf(tx, territoryId, moment);
	const merger = decideMerger(sideOf(tx, one), sideOf(tx, other), circumstances);
	if (!merger.accepted) return merger.refusal;

	// What leaves the duplicate finds its new home in the second half of the same breath.
	for (const { reference, events, situation } of [merger.closed, merger.remaining]) {
		append(tx, reference, situation.position - events.length, { events, situation }, moment);
	}
	return undefined;
}

function sideOf(db: Db | Tx, { situationPk, acting }: Half): Side {
	const [situation, events] = [situationOf(db, situationPk), historyOf(db, situationPk)];
	return { situation, events, reference: situationPk, acting };
}
