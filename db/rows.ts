import { isDeepStrictEqual } from "node:util";
import { asc, eq, getTableColumns, sql } from "drizzle-orm";
import type { Situation } from "#protocols/casework/situation.ts";
import type { Tx } from "./client.ts";
import { keepParticipations } from "./participations.ts";
import { given, preparedOnce } from "./prepared.ts";
import { handoffRow, holderRows, openStepRows, situationRow, timerRows } from "./projection.ts";
import { drawCode, type Random } from "./pseudonyms/code.ts";
import { drawHandle } from "./pseudonyms/handle.ts";
import { drawWords } from "./pseudonyms/pairing-words.ts";
import { handoffs } from "./schema/handoffs.ts";
import { timers } from "./schema/journal.ts";
import { holders, openSteps, situations } from "./schema/situations.ts";

/**
 * Writes what lists read, in the transaction of the event. An event leaves most lists as they
 * were: what stays is read, which costs less than writing it again.
 */
export function writeRows(tx: Tx, situationPk: number, situation: Situation, random: Random): void {
	const statements = statementsOf(tx);
	const row = { versionHash: null, ...situationRow(situation) };
	statements.situation.run({ pk: situationPk, ...row });
	keepParticipations(tx, situationPk, situation, random);
	replace(statements.openSteps, situationPk, openStepRows(situation));
	replace(statements.holders, situationPk, holderRows(situation));
	replace(statements.timers, situationPk, timerRows(situation));
	for (const handoff of Object.values(situation.handoffs)) {
		const { id } = handoff;
		// A handoff that came along with a duplicate has a new home, and keeps its names.
		const told = { situationPk, ...handoffRow(situation, handoff) };
		const present = statements.handoffs.present.get({ id });
		if (!present) insertHandoff(tx, { id, ...told }, random);
		else if (!isDeepStrictEqual(present, told)) statements.handoffs.update.run({ id, ...told });
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

/** One of the lists that hold a few rows for each situation. */
type FewRows = {
	present: { all(values: { situationPk: number }): unknown[] };
	remove: { run(values: { situationPk: number }): unknown };
	add: { run(values: Record<string, unknown>): unknown };
};

function replace({ present, remove, add }: FewRows, situationPk: number, rows: object[]): void {
	if (isDeepStrictEqual(present.all({ situationPk }), rows)) return;
	remove.run({ situationPk });
	for (const row of rows) add.run({ situationPk, ...row });
}

const statementsOf = preparedOnce((db) => {
	const own = sql.placeholder("situationPk");
	const { situationPk: _ofStep, ...openStep } = getTableColumns(openSteps);
	const { situationPk: _ofHolder, ...holder } = getTableColumns(holders);
	const { situationPk: _ofTimer, ...timer } = getTableColumns(timers);
	const { pk, territoryId, counted, ...situation } = getTableColumns(situations);
	const { id, number, words, senderHandle, recipientHandle, ...handoff } =
		getTableColumns(handoffs);
	const inOrder = asc(sql`rowid`);
	return {
		situation: db
			.update(situations)
			.set({
				...given(situation),
				// One that was never moved keeps the version that it was opened under.
				versionHash: sql`coalesce(${sql.placeholder("versionHash")}, ${situations.versionHash})`,
			})
			.where(eq(situations.pk, sql.placeholder("pk")))
			.prepare(),
		openSteps: {
			present: db
				.select(openStep)
				.from(openSteps)
				.where(eq(openSteps.situationPk, own))
				.orderBy(inOrder)
				.prepare(),
			remove: db.delete(openSteps).where(eq(openSteps.situationPk, own)).prepare(),
			add: db
				.insert(openSteps)
				.values(given(getTableColumns(openSteps)))
				.prepare(),
		},
		holders: {
			present: db
				.select(holder)
				.from(holders)
				.where(eq(holders.situationPk, own))
				.orderBy(inOrder)
				.prepare(),
			remove: db.delete(holders).where(eq(holders.situationPk, own)).prepare(),
			add: db
				.insert(holders)
				.values(given(getTableColumns(holders)))
				.prepare(),
		},
		timers: {
			present: db
				.select(timer)
				.from(timers)
				.where(eq(timers.situationPk, own))
				.orderBy(inOrder)
				.prepare(),
			remove: db.delete(timers).where(eq(timers.situationPk, own)).prepare(),
			add: db
				.insert(timers)
				.values(given(getTableColumns(timers)))
				.prepare(),
		},
		handoffs: {
			present: db
				.select(handoff)
				.from(handoffs)
				.where(eq(handoffs.id, sql.placeholder("id")))
				.prepare(),
			update: db
				.update(handoffs)
				.set(given(handoff))
				.where(eq(handoffs.id, sql.placeholder("id")))
				.prepare(),
		},
	};
});
