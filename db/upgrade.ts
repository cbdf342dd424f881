import { asc } from "drizzle-orm";
import { countMigrations, type Db, migrate, type Tx } from "./client.ts";
import type { Random } from "./pseudonyms/code.ts";
import { rewriteRowsOf } from "./rebuild.ts";
import { situations } from "./schema/situations.ts";
import { isStoreFault } from "./store-faults.ts";

/** What an upgrade did with the rows of situations: written anew, or left because their history cannot be told. */
export type Upgraded = { rewritten: number; untold: number };

/**
 * Brings a store up to date: first its tables, then the rows that lists read, which a newer version
 * may compute otherwise from the same history. A crash between the two is made up for at the next
 * start: the number of migrations whose rows were written is kept in the file itself.
 *
 * A history that cannot be told keeps nobody from working with the others: it is counted.
 *
 * @returns undefined when there was nothing to do
 * @throws SqliteError when the store is at fault: nothing was changed then, or the tables only
 */
export function bringUpToDate(db: Db, random: Random): Upgraded | undefined {
	migrate(db);
	const migrations = countMigrations(db);
	if (db.$client.pragma("user_version", { simple: true }) === migrations) return undefined;
	return db.transaction(
		(tx) => {
			const done = rewriteAll(tx, random);
			db.$client.pragma(`user_version = ${migrations}`);
			return done.rewritten + done.untold === 0 ? undefined : done;
		},
		{ behavior: "immediate" },
	);
}

function rewriteAll(tx: Tx, random: Random): Upgraded {
	const done: Upgraded = { rewritten: 0, untold: 0 };
	const all = tx.select({ pk: situations.pk }).from(situations).orderBy(asc(situations.pk)).all();
	for (const { pk } of all) {
		try {
			tx.transaction((own) => rewriteRowsOf(own, pk, random));
			done.rewritten += 1;
		} catch (error) {
			if (isStoreFault(error)) throw error;
			done.untold += 1;
		}
	}
	return done;
}
