import { randomBytes } from "node:crypto";
import type Database from "better-sqlite3";
import { eq, inArray } from "drizzle-orm";
import { weekOf } from "#protocols/calendar/iso-week.ts";
import { forgetInTrail, recordAudit } from "./audit.ts";
import type { Db, Tx } from "./client.ts";
import { emptyLog } from "./connection.ts";
import { forgetDataKey, forgottenKeys, knownKeys } from "./keys/key-store.ts";
import { connectionOf, keysOf } from "./keys/keys-of.ts";
import type { Random } from "./pseudonyms/code.ts";
import { reachedBy } from "./reach.ts";
import { idempotencyKeys, purgedSituations } from "./schema/journal.ts";
import { situations } from "./schema/situations.ts";
import { areLeft, type Traces, tracesOf } from "./traces.ts";

/** What a purge left: whether the bytes were read back and nothing of the situation was found. */
export type Purged = {
	situationPk: number;
	/** The Monday of the week of the purge, at 00:00 UTC: the finest date that is kept. */
	week: number;
	/** False when a reader still held the log, or the files are busy: purging again completes it. */
	verified: boolean;
};

/**
 * Forgets a closed situation for good: its data key, and every row that says anything of it. Its
 * sealed events stay, unreadable, so that the chain still holds. Then reads the files back.
 *
 * Run again after a crash, it completes what was begun. Call it outside any transaction.
 *
 * @throws RangeError when it is open, or was never there (a caller's bug)
 * @throws SqliteError when one of the two stores is at fault: nothing is promised then, run it again
 */
export function purgeSituation(db: Db, situationPk: number, now: number): Purged {
	const traces = db.transaction((tx) => forget(tx, situationPk, now), { behavior: "immediate" });
	const verified = isWiped(db, traces);
	db.transaction(
		(tx) => {
			tx.update(purgedSituations)
				.set({ verified })
				.where(eq(purgedSituations.situationPk, situationPk))
				.run();
			const subject = verified ? "verified" : "unverified";
			recordAudit(tx, { now, random: chance }, { actor: "system", act: "PURGED", subject });
		},
		{ behavior: "immediate" },
	);
	return { situationPk, week: weekOf(now), verified };
}

/**
 * Completes what a crash, or a store put back from a backup, left half forgotten: keys of
 * situations that were forgotten, and rows of situations whose key was.
 */
export function finishPurges(db: Db, now: number): Purged[] {
	return unfinishedPurges(db).map((situationPk) => purgeSituation(db, situationPk, now));
}

/** The situations that were being forgotten, or came back with a backup. */
export function unfinishedPurges(db: Db): number[] {
	const keys = keysOf(db);
	const known = new Set(knownKeys(keys));
	const forgotten = new Set(forgottenKeys(keys));
	const begun = db
		.select()
		.from(purgedSituations)
		.all()
		.filter(({ situationPk, verified }) => !verified || known.has(situationPk));
	const rows = db.select({ pk: situations.pk }).from(situations).all();
	const left = rows.filter(({ pk }) => forgotten.has(pk));
	return [
		...new Set([...begun.map(({ situationPk }) => situationPk), ...left.map(({ pk }) => pk)]),
	];
}

/**
 * The key goes last, inside the transaction of the rows: when it cannot be forgotten, nothing is;
 * when the commit behind it fails, the rows name a situation that nobody can read, and
 * `finishPurges` removes them.
 */
function forget(tx: Tx, situationPk: number, now: number): Traces {
	assertMayBeForgotten(tx, situationPk);
	const traces = tracesOf(tx, situationPk);
	forgetRows(tx, situationPk, traces);
	tx.insert(purgedSituations)
		.values({ situationPk, week: weekOf(now), verified: false })
		.onConflictDoUpdate({ target: purgedSituations.situationPk, set: { verified: false } })
		.run();
	forgetDataKey(keysOf(tx), situationPk);
	return traces;
}

function assertMayBeForgotten(tx: Tx, situationPk: number): void {
	// What a restored backup brought back may be open: without its key it is nobody's any more.
	if (forgottenKeys(keysOf(tx)).includes(situationPk)) return;
	const row = tx
		.select({ status: situations.status })
		.from(situations)
		.where(eq(situations.pk, situationPk))
		.get();
	if (row?.status === "open") throw new RangeError(`The situation ${situationPk} is open.`);
	const purged = tx
		.select()
		.from(purgedSituations)
		.where(eq(purgedSituations.situationPk, situationPk))
		.get();
	if (!row && !purged) throw new RangeError(`No situation ${situationPk}.`);
}

/** Every row from which the situation can be reached, and the addresses that forms led to. */
function forgetRows(tx: Tx, situationPk: number, { names }: Traces): void {
	// The trail lets go of closed situations only.
	tx.update(situations).set({ status: "closed" }).where(eq(situations.pk, situationPk)).run();
	forgetInTrail(tx, situationPk);
	tx.delete(idempotencyKeys).where(inArray(idempotencyKeys.outcome, names)).run();
	const client = connectionOf(tx);
	for (const { table, where } of reachedBy(client, "situations", "pk = ?")) {
		client.prepare(`DELETE FROM ${table} WHERE ${where}`).run(situationPk);
	}
}

/** Overwrites what was deleted, and reads the files back. */
function isWiped(db: Db, traces: Traces): boolean {
	const clients = [keysOf(db).client, db.$client];
	if (!clients.map(emptyLog).every(Boolean)) return false;
	// After a crash there is nothing left to look for by which one could tell.
	const canTell = traces.key !== undefined;
	if (canTell && !areLeft(db, traces)) return true;
	return areWrittenAnew(clients) && !areLeft(db, traces);
}

/**
 * SQLite overwrites what it deletes, but may leave older copies of moved rows in the gaps of other
 * pages: writing a file anew leaves nothing but what it holds.
 */
function areWrittenAnew(clients: readonly Database.Database[]): boolean {
	try {
		for (const client of clients) client.exec("VACUUM");
	} catch (error) {
		if ((error as { code?: unknown }).code === "SQLITE_BUSY") return false;
		throw error;
	}
	return clients.map(emptyLog).every(Boolean);
}

const chance: Random = { bytes: (count) => randomBytes(count) };
