import { and, asc, eq, lte, min, sql } from "drizzle-orm";
import { circumstancesOf } from "./circumstances.ts";
import type { Db, Tx } from "./client.ts";
import type { Moment } from "./journal.ts";
import { coordinatingStructures } from "./outbox.ts";
import { preparedOnce } from "./prepared.ts";
import { timers } from "./schema/journal.ts";
import { situations } from "./schema/situations.ts";
import { type ClockFault, type Strikes, strikeSituation } from "./strikes.ts";

/** How far a sweep went: the next one goes on behind it. */
type Swept = { fireAt: number | null; situationPk: number; clock: string };
type DueClock = Swept & { territoryId: string };
type Clock = { situationPk: number; clock: string };

/** What a sweep did. A clock that could not strike is kept, and tried again by a later sweep. */
export type Sweep = {
	struck: number;
	/** Clocks that the situation did not let strike: their row is out of date. */
	refused: Clock[];
	faults: ClockFault[];
	/** Where to go on; undefined when nothing else is due. */
	next: Swept | undefined;
};

/** How much one sweep takes on, so that requests are served in between. */
export type Portion = {
	/** Most clocks. */
	limit?: number;
	/** Where the sweep before ended. */
	after?: Swept | undefined;
	/** Asked after each situation: when it says no, the sweep ends with what it has done. */
	goesOn?: () => boolean;
};

const nothing: Sweep = { struck: 0, refused: [], faults: [], next: undefined };

/**
 * Lets the clocks strike that are due, all of them in one transaction: the disk is waited for once.
 * Each goes through the same decision as a person's act, in the order in which it fell due within
 * its situation. It flags and escalates; it never closes, hides or locks. A clock that fails stops
 * no other one. Cut off by a crash, the whole portion is still due.
 *
 * @throws SqliteError when the store itself is at fault, busy, full or read-only: nothing struck then
 */
export function sweepTimers(
	db: Db,
	moment: Moment,
	{ limit = 64, after, goesOn = () => true }: Portion = {},
): Sweep {
	const asked = { now: moment.now, limit, ...(after ?? beforeAll) };
	// Most sweeps find nothing, and need not wait for another writer.
	if (dueClocks(db, { ...asked, limit: 1 }).length === 0) return { ...nothing };
	return db.transaction(
		(tx) => {
			const due = dueClocks(tx, asked);
			const last = strikeInOrder(tx, moment, due, goesOn);
			const more = last.seen < due.length || due.length === limit;
			return { ...last.sweep, next: more ? due[last.seen - 1] : undefined };
		},
		{ behavior: "immediate" },
	);
}

/** When the next clock strikes; undefined when none runs. */
export function nextStrikeAt(db: Db): number | undefined {
	const row = db
		.select({ at: min(timers.fireAt) })
		.from(timers)
		.get();
	return row?.at ?? undefined;
}

/** Goes through the clocks that are due; a situation is asked once, at its first clock. */
function strikeInOrder(
	tx: Tx,
	moment: Moment,
	due: readonly DueClock[],
	goesOn: () => boolean,
): { sweep: Sweep; seen: number } {
	const known = new Map<number, Strikes>();
	const circumstances = onceForEach((territoryId) => circumstancesOf(tx, territoryId, moment));
	const coordinating = onceForEach((territoryId) => coordinatingStructures(tx, territoryId));
	const sweep: Sweep = { ...nothing, refused: [], faults: [] };
	for (const [index, { situationPk, territoryId, clock }] of due.entries()) {
		const strikes = known.get(situationPk) ?? askSituation();
		const answered = strikes.faults.some((fault) => fault.clock === clock);
		if (!answered && !strikes.struck.includes(clock)) sweep.refused.push({ situationPk, clock });
		if (!goesOn()) return { sweep, seen: index + 1 };

		function askSituation(): Strikes {
			const own = due.filter((other) => other.situationPk === situationPk);
			const asked = {
				...{ tx, situationPk, moment, circumstances: circumstances(territoryId) },
				coordinating: () => coordinating(territoryId),
			};
			const made = strikeSituation(
				asked,
				own.map((other) => other.clock),
			);
			known.set(situationPk, made);
			sweep.struck += made.struck.length;
			sweep.faults.push(...made.faults);
			return made;
		}
	}
	return { sweep, seen: due.length };
}

/** What is read once for each territory: inside a transaction it stands still. */
function onceForEach<Found>(find: (territoryId: string) => Found): (territoryId: string) => Found {
	const known = new Map<string, Found>();
	return (territoryId) => {
		const found = known.get(territoryId) ?? find(territoryId);
		known.set(territoryId, found);
		return found;
	};
}

/** What every clock is behind of. */
const beforeAll = { fireAt: -1, situationPk: 0, clock: "" };

function dueClocks(
	db: Db | Tx,
	asked: Omit<Swept, "fireAt"> & { fireAt: number | null; now: number; limit: number },
): DueClock[] {
	return statementOf(db).all(asked);
}

const statementOf = preparedOnce((db) => {
	const place = sql`(${timers.fireAt}, ${timers.situationPk}, ${timers.clock})`;
	const after = sql`(${sql.placeholder("fireAt")}, ${sql.placeholder("situationPk")}, ${sql.placeholder("clock")})`;
	return db
		.select({
			fireAt: timers.fireAt,
			situationPk: timers.situationPk,
			clock: timers.clock,
			territoryId: situations.territoryId,
		})
		.from(timers)
		.innerJoin(situations, eq(situations.pk, timers.situationPk))
		.where(and(lte(timers.fireAt, sql.placeholder("now")), sql`${place} > ${after}`))
		.orderBy(asc(timers.fireAt), asc(timers.situationPk), asc(timers.clock))
		.limit(sql.placeholder("limit"))
		.prepare();
});
