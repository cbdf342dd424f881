import { eq, sql } from "drizzle-orm";
import type { SituationEvent } from "#protocols/casework/events.ts";
import { firstVersion, replay } from "#protocols/casework/replay.ts";
import type { Situation } from "#protocols/casework/situation.ts";
import type { Db, Tx } from "./client.ts";
import { dataKeyOf } from "./keys/key-store.ts";
import { connectionOf, keysOf } from "./keys/keys-of.ts";
import { preparedOnce } from "./prepared.ts";
import { compiledVersion } from "./protocol-versions.ts";
import type { journal } from "./schema/journal.ts";
import { situations } from "./schema/situations.ts";
import { openEvent } from "./sealed-events.ts";

type Row = Pick<typeof journal.$inferSelect, "position" | "sealed" | "link">;

/**
 * Reads the history of a situation, in order.
 *
 * @throws KeyFault when its key is not there: lost, or forgotten with the situation
 * @throws SealBroken when an event was changed, ZodError when it is not one of ours (a damaged store)
 */
export function historyOf(db: Db | Tx, situationPk: number): SituationEvent[] {
	return opened(db, situationPk, statementsOf(db).history.all(situationPk));
}

function opened(db: Db | Tx, situationPk: number, rows: readonly Row[]): SituationEvent[] {
	if (rows.length === 0) return [];
	const key = dataKeyOf(keysOf(db), situationPk);
	return rows.map(({ position, sealed }) => openEvent(key, { situationPk, position }, sealed));
}

/**
 * Tells a situation again from its history, under the versions that it followed.
 *
 * @throws RangeError when there is no such situation (a caller's bug)
 */
export function situationOf(db: Db | Tx, situationPk: number): Situation {
	return storyOf(db, situationPk).situation;
}

/** A situation, and the events that tell it. @throws as `situationOf` does */
export function storyOf(
	db: Db | Tx,
	situationPk: number,
): { situation: Situation; events: SituationEvent[] } {
	const row = statementsOf(db).situation.get({ situationPk });
	if (!row) throw new RangeError(`No situation ${situationPk}.`);
	const rows = statementsOf(db).history.all(situationPk);
	const events = opened(db, situationPk, rows);
	const versions = (hash: string) => compiledVersion(db, row.territoryId, hash);
	const first = versions(firstVersion(events) ?? row.versionHash);
	const situation = replay(first, events, versions);
	const link = rows.at(-1)?.link;
	if (link) toldUpTo.set(situation, link);
	return { situation, events };
}

/** The link of the last entry that a situation was told from: it covers everything before. */
const toldUpTo = new WeakMap<Situation, Uint8Array>();

/**
 * A situation as it is now: as it was told a moment ago, where nothing was entered since.
 *
 * @param told what `situationOf` or `storyOf` gave, maybe before this transaction began
 * @throws as `situationOf` does
 */
export function situationNow(tx: Db | Tx, situationPk: number, told?: Situation): Situation {
	const link = told && toldUpTo.get(told);
	if (!link) return situationOf(tx, situationPk);
	const last = statementsOf(tx).end.get(situationPk);
	return last?.link.equals(link) ? told : situationOf(tx, situationPk);
}

const statementsOf = preparedOnce((db) => ({
	// Nothing is asked as often: without the mapping of rows, which here have nothing to map.
	history: connectionOf(db).prepare<[situationPk: number], Row>(
		"SELECT position, sealed, link FROM journal WHERE situation_pk = ? ORDER BY position",
	),
	end: connectionOf(db).prepare<[situationPk: number], Pick<Row, "link">>(
		"SELECT link FROM journal WHERE situation_pk = ? ORDER BY position DESC LIMIT 1",
	),
	situation: db
		.select({ territoryId: situations.territoryId, versionHash: situations.versionHash })
		.from(situations)
		.where(eq(situations.pk, sql.placeholder("situationPk")))
		.prepare(),
}));
