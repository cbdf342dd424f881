import { asc, eq } from "drizzle-orm";
import { decideRecalculation } from "#protocols/casework/recalculation.ts";
import type { Circumstances } from "#protocols/casework/situation.ts";
import type { Db, Tx } from "./client.ts";
import { append, type Moment } from "./journal.ts";
import { connectionOf } from "./keys/keys-of.ts";
import { circumstancesUnder, pastOf, situationsWithClocks } from "./running-clocks.ts";
import { recalculations } from "./schema/calendars.ts";

/** What became of some situations of a territory whose calendar changed. */
export type Portion = {
	/** Nothing was done before it: it begins with the first situation. */
	first: boolean;
	/** Nothing is left to do for this territory. */
	done: boolean;
	/** Situations of which some clock moved. */
	moved: number;
	/** What went wrong, for each situation that could not be computed again. */
	faults: unknown[];
};

/** Notes that every running clock of a territory is to be computed again, from the first one. */
export function askRecalculation(tx: Db | Tx, territoryId: string, at: number): void {
	const anew = { afterPk: 0, askedAt: at };
	tx.insert(recalculations)
		.values({ territoryId, ...anew })
		.onConflictDoUpdate({ target: recalculations.territoryId, set: anew })
		.run();
}

/** The territories where clocks are still to be computed again, the longest waiting first. */
export function waitingRecalculations(db: Db | Tx): string[] {
	const rows = db
		.select({ territoryId: recalculations.territoryId })
		.from(recalculations)
		.orderBy(asc(recalculations.askedAt), asc(recalculations.territoryId))
		.all();
	return rows.map(({ territoryId }) => territoryId);
}

/**
 * Computes the clocks of the next situations again, each as an event of its history, and notes how
 * far it came, in one transaction of its caller: cut off by a crash, they are all still to be done.
 * One that cannot be computed stops no other.
 *
 * @throws SqliteError when the store itself is at fault: nothing is changed then
 */
export function recalculateSome(
	tx: Tx,
	moment: Moment,
	territoryId: string,
	limit: number,
): Portion {
	const row = tx
		.select({ afterPk: recalculations.afterPk })
		.from(recalculations)
		.where(eq(recalculations.territoryId, territoryId))
		.get();
	if (!row) return { first: false, done: true, moved: 0, faults: [] };

	const portion: Portion = { first: row.afterPk === 0, done: false, moved: 0, faults: [] };
	const circumstances = circumstancesUnder(tx, territoryId, { moment });
	const next = situationsWithClocks(tx, territoryId, { afterPk: row.afterPk, limit });
	for (const situationPk of next) {
		const recalculated = attempt(tx, { situationPk, moment }, circumstances);
		if ("fault" in recalculated) portion.faults.push(recalculated.fault);
		else if (recalculated.moved) portion.moved += 1;
	}
	portion.done = next.length < limit;
	noteProgress(tx, territoryId, portion.done ? undefined : next.at(-1));
	return portion;
}

type One = { situationPk: number; moment: Moment };

/** One situation, undone whole where anything goes wrong with it. */
function attempt(
	tx: Tx,
	one: One,
	circumstances: Circumstances,
): { moved: boolean } | { fault: unknown } {
	try {
		return { moved: connectionOf(tx).transaction(recalculate)(tx, one, circumstances) };
	} catch (fault) {
		if (!connectionOf(tx).inTransaction || isStoreFault(fault)) throw fault;
		return { fault };
	}
}

function recalculate(tx: Tx, { situationPk, moment }: One, circumstances: Circumstances): boolean {
	const { before, history } = pastOf(tx, situationPk);
	const story = decideRecalculation(before, history, circumstances);
	if (!story) return false;
	append(tx, situationPk, before.position, story, moment);
	return true;
}

function noteProgress(tx: Tx, territoryId: string, afterPk: number | undefined): void {
	const own = eq(recalculations.territoryId, territoryId);
	if (afterPk === undefined) tx.delete(recalculations).where(own).run();
	else tx.update(recalculations).set({ afterPk }).where(own).run();
}

/** Where the store is at fault, every situation behind this one would fail the same way. */
function isStoreFault(error: unknown): boolean {
	const { code } = (error ?? {}) as { code?: unknown };
	return (
		typeof code === "string" && code.startsWith("SQLITE_") && !code.startsWith("SQLITE_CONSTRAINT")
	);
}
