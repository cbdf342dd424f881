import { createHash } from "node:crypto";
import type Database from "better-sqlite3";
import { type Db, migrate, type Tx } from "./client.ts";
import { connectionOf } from "./keys/keys-of.ts";
import { projectionVersion } from "./projection.ts";
import type { Random } from "./pseudonyms/code.ts";
import { rewriteRowsOf } from "./rebuild.ts";
import { isStoreFault } from "./store-faults.ts";

/** What an upgrade did with the rows of situations: written anew, or left because their history cannot be told. */
export type Upgraded = { rewritten: number; untold: number };

/** An upgrade under way: everything that somebody may work on is done, what is over is not. */
export type Upgrade = {
	/** What was done until now. */
	done: Readonly<Upgraded>;
	/**
	 * Writes more of what is over, in one transaction.
	 *
	 * @param goesOn asked after each situation
	 * @returns whether anything is left
	 * @throws SqliteError when the store is at fault: the same ones are written next time
	 */
	goOn(goesOn?: () => boolean): boolean;
};

/**
 * Brings a store up to date: first its tables, then the rows that lists read, which a newer version
 * may compute otherwise from the same history. Rows of situations in which something waits for
 * somebody or for a clock are written at once; the past is gone through by `goOn`, beside other work.
 *
 * Which version wrote the rows is kept in the file itself, once all of them are written: what a
 * crash cut off is begun again at the next start.
 *
 * A history that cannot be told keeps nobody from working with the others: it is counted.
 *
 * @returns undefined when there was nothing to do
 * @throws SqliteError when the store is at fault: nothing was changed then, or the tables only
 */
export function beginUpgrade(db: Db, random: Random): Upgrade | undefined {
	migrate(db);
	const wanted = markOfRows(db.$client);
	if (db.$client.pragma("user_version", { simple: true }) === wanted) return undefined;

	const { standing, over } = situationsOf(db.$client);
	const upgrade = goingThrough(db, random, { pks: [...standing, ...over], wanted });
	for (let left = standing.length; left > 0; left -= portion) {
		upgrade.goOn(upTo(Math.min(left, portion)));
	}
	if (standing.length + over.length === 0) upgrade.goOn();
	return standing.length + over.length === 0 ? undefined : upgrade;
}

/**
 * The same, with everything that is over: for a command, which serves nobody.
 *
 * @param rest called between two portions: a server may run on the same store, and wants to write
 */
export function bringUpToDate(
	db: Db,
	random: Random,
	rest: () => void = () => {},
): Upgraded | undefined {
	const upgrade = beginUpgrade(db, random);
	while (upgrade?.goOn(upTo(portion))) rest();
	return upgrade?.done;
}

/** How many situations are written at a time: whoever else writes waits for a few milliseconds. */
const portion = 10;

function upTo(count: number): () => boolean {
	let left = count;
	return () => {
		left -= 1;
		return left > 0;
	};
}

type Rewriting = {
	/** In which order. */
	pks: readonly number[];
	/** What the file says when all of them are written. */
	wanted: number;
};

function goingThrough(db: Db, random: Random, { pks, wanted }: Rewriting): Upgrade {
	const done: Upgraded = { rewritten: 0, untold: 0 };
	let next = 0;
	return {
		done,
		goOn(goesOn = () => true) {
			const portion = db.transaction((tx) => rewriteSome(tx, random, pks.slice(next), goesOn), {
				behavior: "immediate",
			});
			next += portion.seen;
			done.rewritten += portion.rewritten;
			done.untold += portion.untold;
			const left = next < pks.length;
			if (!left) db.$client.pragma(`user_version = ${wanted}`);
			return left;
		},
	};
}

function rewriteSome(
	tx: Tx,
	random: Random,
	pks: readonly number[],
	goesOn: () => boolean,
): Upgraded & { seen: number } {
	const done = { rewritten: 0, untold: 0, seen: 0 };
	const exists = connectionOf(tx).prepare("SELECT 1 FROM situations WHERE pk = ?");
	for (const pk of pks) {
		done.seen += 1;
		// Whatever was forgotten meanwhile has no rows to write.
		if (exists.get(pk)) done[rewritten(tx, random, pk)] += 1;
		if (!goesOn()) break;
	}
	return done;
}

function rewritten(tx: Tx, random: Random, pk: number): keyof Upgraded {
	try {
		tx.transaction((own) => rewriteRowsOf(own, pk, random));
		return "rewritten";
	} catch (error) {
		if (isStoreFault(error)) throw error;
		return "untold";
	}
}

/** Every situation: first those in which something waits for somebody or for a clock, then the others. */
function situationsOf(client: Database.Database): { standing: number[]; over: number[] } {
	const waits = `status = 'open'
		OR pk IN (SELECT situation_pk FROM timers)
		OR pk IN (SELECT situation_pk FROM handoffs WHERE loop_closed = 0)`;
	const pksWhere = (condition: string) =>
		client.prepare(`SELECT pk FROM situations WHERE ${condition} ORDER BY pk`).pluck().all();
	return {
		standing: pksWhere(waits) as number[],
		over: pksWhere(`NOT (${waits})`) as number[],
	};
}

const listed = ["situations", "participations", "open_steps", "holders", "handoffs", "timers"];

/** What stands for how rows are computed, and for the tables that they are written into. */
function markOfRows(client: Database.Database): number {
	const tables = client
		.prepare("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?")
		.pluck();
	const shapes = listed.map((name) => String(tables.get(name)));
	const hash = createHash("sha256")
		.update(JSON.stringify([projectionVersion, ...shapes]))
		.digest();
	// A store that was never brought up to date says 0; the file keeps 31 bits.
	return (hash.readUInt32BE() >>> 1) | 1;
}
