import { asc, eq, sql } from "drizzle-orm";
import type { SituationEvent } from "#protocols/casework/events.ts";
import { firstVersion, replay } from "#protocols/casework/replay.ts";
import type { Situation } from "#protocols/casework/situation.ts";
import type { Db, Tx } from "./client.ts";
import { dataKeyOf } from "./keys/key-store.ts";
import { keysOf } from "./keys/keys-of.ts";
import { preparedOnce } from "./prepared.ts";
import { compiledVersion } from "./protocol-versions.ts";
import { journal } from "./schema/journal.ts";
import { situations } from "./schema/situations.ts";
import { openEvent } from "./sealed-events.ts";

/**
 * Reads the history of a situation, in order.
 *
 * @throws KeyFault when its key is not there: lost, or forgotten with the situation
 * @throws SealBroken when an event was changed, ZodError when it is not one of ours (a damaged store)
 */
export function historyOf(db: Db | Tx, situationPk: number): SituationEvent[] {
	const rows = statementsOf(db).history.all({ situationPk });
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
	const events = historyOf(db, situationPk);
	const versions = (hash: string) => compiledVersion(db, row.territoryId, hash);
	const first = versions(firstVersion(events) ?? row.versionHash);
	return { situation: replay(first, events, versions), events };
}

const statementsOf = preparedOnce((db) => ({
	history: db
		.select({ position: journal.position, sealed: journal.sealed })
		.from(journal)
		.where(eq(journal.situationPk, sql.placeholder("situationPk")))
		.orderBy(asc(journal.position))
		.prepare(),
	situation: db
		.select({ territoryId: situations.territoryId, versionHash: situations.versionHash })
		.from(situations)
		.where(eq(situations.pk, sql.placeholder("situationPk")))
		.prepare(),
}));
