import type { SituationEvent } from "#protocols/casework/events.ts";
import { genesis, type Link, linkAfter } from "./chain.ts";
import { journalParts } from "./chained-tables.ts";
import type { Db, Tx } from "./client.ts";
import { assertInPlace } from "./in-place.ts";
import { dataKeyOf } from "./keys/key-store.ts";
import { connectionOf, keysOf } from "./keys/keys-of.ts";
import { preparedOnce } from "./prepared.ts";
import type { journal } from "./schema/journal.ts";
import { sealEvent } from "./sealed-events.ts";

/**
 * Seals events with the key of their situation and ties them to the end of the journal. Only
 * `journal.ts` calls it, which writes the rows and timers that go with them.
 *
 * @param position that of the situation before them
 * @throws FileMoved when what is written would not be found again
 */
export function appendEntries(
	tx: Tx,
	situationPk: number,
	position: number,
	events: readonly SituationEvent[],
): void {
	const keys = keysOf(tx);
	for (const client of [connectionOf(tx), keys.client]) assertInPlace(client);
	const key = dataKeyOf(keys, situationPk);
	let last = lastEntry(tx);
	for (const [index, event] of events.entries()) {
		const place = { situationPk, position: position + index + 1 };
		const entry = { sequence: last.sequence + 1, ...place, sealed: sealEvent(key, place, event) };
		const link = Buffer.from(linkAfter(last.link, journalParts(entry)));
		const { sequence, sealed } = entry;
		statementsOf(tx).add.run(sequence, situationPk, place.position, sealed, link);
		last = { sequence: entry.sequence, link };
	}
}

/** The end of the journal, which the next entry follows. */
export function lastEntry(db: Db | Tx): { sequence: number; link: Link } {
	return statementsOf(db).last.get() ?? { sequence: 0, link: genesis };
}

type Row = typeof journal.$inferSelect;

/** Nothing is written as often: without the mapping of rows, which here have nothing to map. */
const statementsOf = preparedOnce((db) => {
	const client = connectionOf(db);
	return {
		last: client.prepare<[], Pick<Row, "sequence" | "link">>(
			"SELECT sequence, link FROM journal ORDER BY sequence DESC LIMIT 1",
		),
		add: client.prepare<[number, number, number, Buffer, Buffer]>(
			"INSERT INTO journal (sequence, situation_pk, position, sealed, link) VALUES (?, ?, ?, ?, ?)",
		),
	};
});
