import { isDeepStrictEqual } from "node:util";
import type { Db } from "#db/client.ts";
import { situationOf } from "#db/history.ts";
import { integrityOf, isWhole } from "#db/integrity.ts";
import { checkRows, checkRowsOf } from "#db/rebuild.ts";
import { expectNone, type Run } from "../run.ts";
import { noteCount } from "../tally.ts";
import { lookAtLetters } from "./letters.ts";
import type { Memory } from "./memory.ts";
import { lostSituations } from "./nobody-lost.ts";
import { lookAtRetention } from "./retention.ts";

/**
 * Looks at the whole store: both chains, rows against their history, names that must be one of a
 * kind, what retention did, and that nobody is lost.
 *
 * @param whole every row and every link, and not only what was touched since the last look
 * @throws Broken when a promise does not hold
 */
export function lookAfterDay(run: Run, memory: Memory, whole: boolean): void {
	// First: of what was forgotten, no row can be compared.
	lookAtRetention(run, memory);
	const { store, clock, tally, services } = run;
	const { db } = store;
	const touched = touchedOf(memory);
	// The witness walked both chains in this night; here they are walked with every row.
	const integrity = whole ? integrityOf(db, clock.now()) : services.witness.found;
	const rows = whole ? checkRows(db) : touched.flatMap((pk) => checkRowsOf(db, pk));
	const differences = rows.map(
		({ table, key, field, stored, computed }) =>
			`${table} ${key} says ${field} ${stored}, history says ${computed}.`,
	);
	expectNone(run, [
		...(integrity && isWhole(integrity)
			? []
			: [`History was altered: ${JSON.stringify(integrity)}.`]),
		...differences,
		...toldOtherwise(db, memory, whole ? [...memory.keys()] : touched),
		...sharedNames(db),
		...lateTimers(db, clock.now()),
		...lostSituations(memory),
	]);
	lookAtLetters(run);
	for (const known of memory.values()) known.touched = false;
	noteCount(tally, "invariants checked", 8 + memory.size * 6);
	noteCount(tally, "days");
}

function touchedOf(memory: Memory): number[] {
	return [...memory]
		.filter(([, { touched, forgotten }]) => touched && !forgotten)
		.map(([pk]) => pk);
}

/** A situation that was followed event by event is the one that its history tells. */
function toldOtherwise(db: Db, memory: Memory, pks: readonly number[]): string[] {
	return pks
		.filter((pk) => {
			const followed = memory.get(pk)?.situation;
			return followed && !isDeepStrictEqual(situationOf(db, pk), followed);
		})
		.map((pk) => `Situation ${pk} is told otherwise than it was followed.`);
}

/** Addresses, codes and numbers lead to one thing each. */
function sharedNames({ $client }: Db): string[] {
	const shared = $client
		.prepare(
			`SELECT name FROM (
				SELECT handle AS name FROM participations UNION ALL
				SELECT sender_handle FROM handoffs UNION ALL
				SELECT recipient_handle FROM handoffs UNION ALL
				SELECT number FROM handoffs UNION ALL
				SELECT structure_id || ' ' || code FROM participations
			) GROUP BY name HAVING count(*) > 1`,
		)
		.pluck()
		.all() as string[];
	return shared.map((name) => `${name} names two things.`);
}

/** After a sweep nothing is due any more. */
function lateTimers({ $client }: Db, now: number): string[] {
	const late = $client
		.prepare("SELECT situation_pk || ' ' || clock FROM timers WHERE fire_at <= ?")
		.pluck()
		.all(now - 60_000) as string[];
	return late.map((timer) => `The timer ${timer} was due, and nobody swept it.`);
}
