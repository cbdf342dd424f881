import { and, eq, notInArray } from "drizzle-orm";
import type { Situation } from "#protocols/casework/situation.ts";
import type { Tx } from "./client.ts";
import { keepParticipations } from "./participations.ts";
import { handoffRow, holderRows, openStepRows, situationRow, timerRows } from "./projection.ts";
import { drawCode, type Random } from "./pseudonyms/code.ts";
import { drawHandle } from "./pseudonyms/handle.ts";
import { drawWords } from "./pseudonyms/pairing-words.ts";
import { handoffs } from "./schema/handoffs.ts";
import { timers } from "./schema/journal.ts";
import { holders, openSteps, situations } from "./schema/situations.ts";

/** Writes what lists read, in the transaction of the event. */
export function writeRows(
	tx: Tx,
	situationPk: number,
	situation: Situation,
	{ at, random }: { at: number; random: Random },
): void {
	tx.update(situations)
		.set(situationRow(situation, at))
		.where(eq(situations.pk, situationPk))
		.run();
	keepParticipations(tx, situationPk, situation, random);
	writeOpenSteps(tx, situationPk, situation);
	writeHolders(tx, situationPk, situation);
	writeTimers(tx, situationPk, situation);
	for (const handoff of Object.values(situation.handoffs)) {
		// A handoff that came along with a duplicate has a new home, and keeps its names.
		const row = { situationPk, ...handoffRow(situation, handoff) };
		const { changes } = tx.update(handoffs).set(row).where(eq(handoffs.id, handoff.id)).run();
		if (changes === 0) insertHandoff(tx, { id: handoff.id, ...row }, random);
	}
}

type HandoffRow = ReturnType<typeof handoffRow> & { id: string; situationPk: number };

const mostTries = 5;

/** Number and words are drawn once, apart from each other: neither follows from the other, or from anything. */
function insertHandoff(tx: Tx, row: HandoffRow, random: Random): void {
	for (let tries = 1; ; tries += 1) {
		const drawn = {
			number: drawCode(random),
			words: drawWords(random),
			senderHandle: drawHandle(random),
			recipientHandle: drawHandle(random),
		};
		const { changes } = tx
			.insert(handoffs)
			.values({ ...row, ...drawn })
			.onConflictDoNothing()
			.run();
		if (changes === 1) return;
		if (tries === mostTries) throw new Error("No free number was drawn in five tries.");
	}
}

function writeOpenSteps(tx: Tx, situationPk: number, situation: Situation): void {
	tx.delete(openSteps).where(eq(openSteps.situationPk, situationPk)).run();
	const rows = openStepRows(situation).map((row) => ({ situationPk, ...row }));
	if (rows.length > 0) tx.insert(openSteps).values(rows).run();
}

function writeHolders(tx: Tx, situationPk: number, situation: Situation): void {
	tx.delete(holders).where(eq(holders.situationPk, situationPk)).run();
	const rows = holderRows(situation).map((row) => ({ situationPk, ...row }));
	if (rows.length > 0) tx.insert(holders).values(rows).run();
}

function writeTimers(tx: Tx, situationPk: number, situation: Situation): void {
	const rows = timerRows(situation).map((row) => ({ situationPk, ...row }));
	const kept = rows.map(({ clock }) => clock);
	tx.delete(timers)
		.where(and(eq(timers.situationPk, situationPk), notInArray(timers.clock, kept)))
		.run();
	for (const row of rows) {
		tx.insert(timers)
			.values(row)
			.onConflictDoUpdate({
				target: [timers.situationPk, timers.clock],
				set: { stage: row.stage, fireAt: row.fireAt },
			})
			.run();
	}
}
