import { desc } from "drizzle-orm";
import type { SituationEvent } from "#protocols/casework/events.ts";
import { genesis, type Link, linkAfter } from "./chain.ts";
import { journalParts } from "./chained-tables.ts";
import type { Db, Tx } from "./client.ts";
import { dataKeyOf } from "./keys/key-store.ts";
import { keysOf } from "./keys/keys-of.ts";
import { journal } from "./schema/journal.ts";
import { sealEvent } from "./sealed-events.ts";

/**
 * Seals events with the key of their situation and ties them to the end of the journal. Only
 * `journal.ts` calls it, which writes the rows and timers that go with them.
 *
 * @param position that of the situation before them
 */
export function appendEntries(
	tx: Tx,
	situationPk: number,
	position: number,
	events: readonly SituationEvent[],
): void {
	const key = dataKeyOf(keysOf(tx), situationPk);
	let last = lastEntry(tx);
	for (const [index, event] of events.entries()) {
		const place = { situationPk, position: position + index + 1 };
		const entry = { sequence: last.sequence + 1, ...place, sealed: sealEvent(key, place, event) };
		const link = Buffer.from(linkAfter(last.link, journalParts(entry)));
		tx.insert(journal)
			.values({ ...entry, link })
			.run();
		last = { sequence: entry.sequence, link };
	}
}

/** The end of the journal, which the next entry follows. */
export function lastEntry(db: Db | Tx): { sequence: number; link: Link } {
	const last = db
		.select({ sequence: journal.sequence, link: journal.link })
		.from(journal)
		.orderBy(desc(journal.sequence))
		.limit(1)
		.get();
	return last ?? { sequence: 0, link: genesis };
}
