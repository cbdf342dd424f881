import { asc, eq } from "drizzle-orm";
import { type SituationEvent, situationEvent } from "#protocols/casework/events.ts";
import { replay } from "#protocols/casework/replay.ts";
import type { Situation } from "#protocols/casework/situation.ts";
import type { Db, Tx } from "./client.ts";
import { compiledVersion } from "./protocol-versions.ts";
import { journal } from "./schema/journal.ts";
import { situations } from "./schema/situations.ts";

/**
 * Reads the history of a situation, in order.
 *
 * @throws ZodError when an event is not one that the journal can hold (a damaged store)
 */
export function historyOf(db: Db | Tx, situationPk: number): SituationEvent[] {
	return db
		.select()
		.from(journal)
		.where(eq(journal.situationPk, situationPk))
		.orderBy(asc(journal.position))
		.all()
		.map(({ type, by, actor, at, payload }) =>
			situationEvent.parse({ ...JSON.parse(payload), type, by, actor, at }),
		);
}

/** What an event holds beside its columns. */
export function payloadOf(event: SituationEvent): string {
	const { type: _type, by: _by, actor: _actor, at: _at, ...payload } = event;
	return JSON.stringify(payload);
}

/**
 * Tells a situation again from its history, under its version.
 *
 * @throws RangeError when there is no such situation (a caller's bug)
 */
export function situationOf(db: Db | Tx, situationPk: number): Situation {
	const row = db
		.select({ territoryId: situations.territoryId, versionHash: situations.versionHash })
		.from(situations)
		.where(eq(situations.pk, situationPk))
		.get();
	if (!row) throw new RangeError(`No situation ${situationPk}.`);
	const compiled = compiledVersion(db, row.territoryId, row.versionHash);
	return replay(compiled, historyOf(db, situationPk));
}
