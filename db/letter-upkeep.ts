import { and, inArray, isNotNull, lt, sql } from "drizzle-orm";
import type { Db, Tx } from "./client.ts";
import { requeueLetters } from "./letter-queue.ts";
import { tryRelayAgain } from "./mail-relay.ts";
import { outbox } from "./schema/journal.ts";
import { letters } from "./schema/messages.ts";

/** How long a letter, and the message that it was made of, are kept once nothing remains to be done. */
export const lettersKeptMs = 30 * 86_400_000;

/**
 * Forgets letters that ended thirty days ago, and the messages they were made of. One that failed
 * stays as long as an incident about it is open; what is still to be sent is never forgotten.
 */
export function forgetLetters(db: Db | Tx, now: number): void {
	const before = now - lettersKeptMs;
	const settled = sql`not exists (select 1 from incidents i where i.resolved_at is null
		and i.source = 'outbox' and i.key in ('letter:' || ${letters.id}, 'letter:operator'))`;
	db.delete(letters)
		.where(and(inArray(letters.state, ["sent", "shown", "dropped"]), lt(letters.endedAt, before)))
		.run();
	db.delete(letters)
		.where(and(inArray(letters.state, ["failed"]), lt(letters.endedAt, before), settled))
		.run();
	db.delete(outbox)
		.where(and(isNotNull(outbox.sentAt), lt(outbox.sentAt, before)))
		.run();
}

/**
 * Tries again what an incident of the outbox is about: a letter, all letters to the operator, or
 * the relay. A message that could not be made into letters is tried by itself once no incident
 * about it is open.
 *
 * @param key of the incident
 */
export function tryLettersAgain(db: Db | Tx, key: string, now: number): void {
	const id = /^letter:(\d+)$/.exec(key)?.[1];
	if (id !== undefined) requeueLetters(db, { id: Number(id) }, now);
	if (key === "letter:operator") requeueLetters(db, "operator", now);
	tryRelayAgain(db);
}
