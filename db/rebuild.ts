import { and, asc, eq, isNull, notInArray, sql } from "drizzle-orm";
import type { Situation } from "#protocols/casework/situation.ts";
import type { Db, Tx } from "./client.ts";
import { situationOf } from "./history.ts";
import { concerned, partIn } from "./participations.ts";
import { preparedOnce } from "./prepared.ts";
import { handoffRow, holderRows, openStepRows, situationRow, timerRows } from "./projection.ts";
import type { Random } from "./pseudonyms/code.ts";
import { writeRows } from "./rows.ts";
import { handoffs } from "./schema/handoffs.ts";
import { journal, purgedSituations, timers } from "./schema/journal.ts";
import { holders, openSteps, participations, situations } from "./schema/situations.ts";

/** A row that lists read and that history does not tell so. */
export type Difference = {
	table: string;
	/** Which row: the situation's number, then what names the row within it. */
	key: string;
	/** `row` when the row itself is missing or too many. */
	field: string;
	stored: unknown;
	computed: unknown;
};

type Rows = Map<string, Record<string, unknown>>;
type Told = { situationPk: number; situation: Situation };

/**
 * Replays every history and compares what it tells with the rows that lists read. Histories of
 * situations that were forgotten cannot be told, and need no rows.
 */
export function checkRows(db: Db): Difference[] {
	return db.transaction((tx) => [
		...allPks(tx).flatMap((situationPk) => differences(tx, situationPk)),
		...withoutSituation(tx),
	]);
}

/** The same for one situation. */
export function checkRowsOf(db: Db, situationPk: number): Difference[] {
	return db.transaction((tx) => differences(tx, situationPk));
}

/** Histories that belong to no situation, although none was forgotten under their number. */
function withoutSituation(tx: Tx): Difference[] {
	const rows = tx
		.selectDistinct({ pk: journal.situationPk })
		.from(journal)
		.leftJoin(situations, eq(situations.pk, journal.situationPk))
		.leftJoin(purgedSituations, eq(purgedSituations.situationPk, journal.situationPk))
		.where(and(isNull(situations.pk), isNull(purgedSituations.situationPk)))
		.orderBy(asc(journal.situationPk))
		.all();
	const missing = { field: "row", stored: null, computed: "present" };
	return rows.map(({ pk }) => ({ table: "situations", key: String(pk), ...missing }));
}

/**
 * Writes the rows of every situation anew, in one transaction.
 *
 * @param random draws the codes and addresses of rows that were missing
 * @returns what was different before
 * @throws Error when a history cannot be replayed: nothing is written then
 */
export function rewriteRows(db: Db, random: Random): Difference[] {
	return db.transaction(
		(tx) => allPks(tx).flatMap((situationPk) => rewriteRowsOf(tx, situationPk, random)),
		{ behavior: "immediate" },
	);
}

/**
 * The same for one situation, in the transaction of whoever found that its rows are out of date.
 *
 * @throws Error when its history cannot be replayed
 */
export function rewriteRowsOf(tx: Tx, situationPk: number, random: Random): Difference[] {
	const told = tell(tx, situationPk);
	const found = differencesFrom(tx, told);
	const { situation } = told;
	dropStrayHandoffs(tx, situationPk, situation);
	writeRows(tx, situationPk, situation, random);
	return found;
}

function allPks(tx: Tx): number[] {
	const rows = tx.select({ pk: situations.pk }).from(situations).orderBy(asc(situations.pk)).all();
	return rows.map(({ pk }) => pk);
}

function tell(tx: Tx, situationPk: number): Told {
	return { situationPk, situation: situationOf(tx, situationPk) };
}

function differences(tx: Tx, situationPk: number): Difference[] {
	let told: Told;
	try {
		told = tell(tx, situationPk);
	} catch (error) {
		// Reported, not swallowed: the other situations are checked all the same.
		const computed = error instanceof Error ? error.name : typeof error;
		const key = String(situationPk);
		return [{ table: "journal", key, field: "history", stored: "unreadable", computed }];
	}
	return differencesFrom(tx, told);
}

function differencesFrom(tx: Tx, told: Told): Difference[] {
	const { situationPk } = told;
	const stored = storedRows(tx, situationPk);
	const computed = computedRows(told, [...stored.participations.keys()]);
	return tableNames.flatMap((table) => compare(table, situationPk, stored[table], computed[table]));
}

const tableNames = [
	"situations",
	"participations",
	"open_steps",
	"holders",
	"handoffs",
	"timers",
] as const;
type Tables = Record<(typeof tableNames)[number], Rows>;

/** What is stored of a situation; what only chance could draw again is left out. */
function storedRows(tx: Tx, situationPk: number): Tables {
	const stored = statementsOf(tx);
	const of = { situationPk };
	const { pk: _pk, territoryId: _territory, ...own } = { ...stored.situation.get(of) };
	return {
		situations: new Map([["", own]]),
		participations: byKey(stored.participations.all(of), "structureId"),
		open_steps: byKey(stored.openSteps.all(of), "stepId"),
		holders: byKey(stored.holders.all(of), "part"),
		handoffs: byKey(stored.handoffs.all(of), "id"),
		timers: byKey(stored.timers.all(of), "clock"),
	};
}

const statementsOf = preparedOnce((db) => {
	const own = sql.placeholder("situationPk");
	const { structureId, takesPart, beside } = participations;
	return {
		situation: db.select().from(situations).where(eq(situations.pk, own)).prepare(),
		participations: db
			.select({ structureId, takesPart, beside })
			.from(participations)
			.where(eq(participations.situationPk, own))
			.prepare(),
		openSteps: db.select().from(openSteps).where(eq(openSteps.situationPk, own)).prepare(),
		holders: db.select().from(holders).where(eq(holders.situationPk, own)).prepare(),
		handoffs: db.select().from(handoffs).where(eq(handoffs.situationPk, own)).prepare(),
		timers: db.select().from(timers).where(eq(timers.situationPk, own)).prepare(),
	};
});

/** What history tells; a structure that was concerned once keeps its code without taking part. */
function computedRows({ situation }: Told, known: string[]): Tables {
	const structures = new Set([...concerned(situation), ...known]);
	const taking = [...structures].map((structureId) => ({
		structureId,
		...partIn(situation, structureId),
	}));
	const ofHandoffs = Object.values(situation.handoffs).map((handoff) => ({
		id: handoff.id,
		...handoffRow(situation, handoff),
	}));
	return {
		situations: new Map([["", situationRow(situation)]]),
		participations: byKey(taking, "structureId"),
		open_steps: byKey(openStepRows(situation), "stepId"),
		holders: byKey(holderRows(situation), "part"),
		handoffs: byKey(ofHandoffs, "id"),
		timers: byKey(timerRows(situation), "clock"),
	};
}

function byKey<Row extends Record<string, unknown>>(rows: Row[], key: keyof Row & string): Rows {
	return new Map(rows.map((row) => [String(row[key]), row]));
}

function compare(table: string, pk: number, stored: Rows, computed: Rows): Difference[] {
	const keys = [...new Set([...stored.keys(), ...computed.keys()])].sort();
	return keys.flatMap((name) => {
		const key = name === "" ? String(pk) : `${pk}/${name}`;
		const [before, after] = [stored.get(name), computed.get(name)];
		if (!before) return [{ table, key, field: "row", stored: null, computed: "present" }];
		if (!after) return [{ table, key, field: "row", stored: "present", computed: null }];
		return Object.entries(after)
			.filter(([field, value]) => before[field] !== value)
			.map(([field, value]) => ({ table, key, field, stored: before[field], computed: value }));
	});
}

function dropStrayHandoffs(tx: Tx, situationPk: number, { handoffs: told }: Situation): void {
	tx.delete(handoffs)
		.where(and(eq(handoffs.situationPk, situationPk), notInArray(handoffs.id, Object.keys(told))))
		.run();
}
