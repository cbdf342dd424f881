import { and, asc, eq, isNull, notExists, sql } from "drizzle-orm";
import type { Db, Tx } from "./client.ts";
import { openIncident, type Stuck } from "./incidents.ts";
import { openingOf } from "./letter-openings.ts";
import { latestDue, queueLetter } from "./letter-queue.ts";
import { toldOf } from "./letter-readers.ts";
import { type Jitter, nextNotice, type Opening, urgentTime } from "./letter-times.ts";
import type { Random } from "./pseudonyms/code.ts";
import { incidents } from "./schema/incidents.ts";
import { outbox } from "./schema/journal.ts";
import { isStoreFault } from "./store-faults.ts";

/** The instant and the chance with which letters are made. */
export type LetterMoment = { now: number; random: Random; jitter: Jitter };

type Message = typeof outbox.$inferSelect;

/** The operator hears of trouble, and not of every piece of it. */
const operatorPauseMs = 15 * 60_000;

/** A message that nobody could be told, as an incident is about it. */
export function stuckMessage(outboxId: number): Stuck {
	return { source: "outbox", key: `message:${outboxId}` };
}

/**
 * Makes letters of the messages that wait, in their order, each in a transaction of its own. One
 * that cannot be made into letters becomes an incident and stops no other; it is tried again once
 * that incident was resolved.
 *
 * @returns how many messages were made into letters, and the errors met
 * @throws SqliteError when the store itself is at fault
 */
export function makeLetters(db: Db, moment: LetterMoment, limit = 200) {
	const done = { made: 0, faults: [] as unknown[] };
	for (const message of waitingMessages(db, limit)) {
		try {
			if (makeLettersOf(db, message, moment)) done.made += 1;
			else
				openIncident(db, { ...stuckMessage(message.id), reason: "nobody-to-tell", at: moment.now });
		} catch (error) {
			if (isStoreFault(error)) throw error;
			openIncident(db, { ...stuckMessage(message.id), reason: "letter-failed", at: moment.now });
			done.faults.push(error);
		}
	}
	return done;
}

function waitingMessages(db: Db, limit: number): Message[] {
	const stuck = db
		.select({ id: incidents.id })
		.from(incidents)
		.where(
			and(
				eq(incidents.source, "outbox"),
				sql`${incidents.key} = 'message:' || ${outbox.id}`,
				isNull(incidents.resolvedAt),
			),
		);
	return db
		.select()
		.from(outbox)
		.where(and(isNull(outbox.sentAt), notExists(stuck)))
		.orderBy(asc(outbox.id))
		.limit(limit)
		.all();
}

function makeLettersOf(db: Db, message: Message, moment: LetterMoment): boolean {
	return db.transaction(
		(tx) => {
			if (!queueFor(tx, message, moment)) return false;
			tx.update(outbox).set({ sentAt: moment.now }).where(eq(outbox.id, message.id)).run();
			return true;
		},
		{ behavior: "immediate" },
	);
}

function queueFor(tx: Tx, { structureId, audience, kind }: Message, moment: LetterMoment): boolean {
	if (structureId === null || kind === "operator") return queueForOperator(tx, moment);
	const told = toldOf(tx, { structureId, audience, kind });
	for (const { reader, structureId: place, notices } of told) {
		const asked = askedFor(reader, openingOf(tx, place), moment);
		const dueAt = kind === "urgent" ? urgentTime(asked) : nextNotice(asked, notices);
		queueLetter(tx, { text: kind, reader, dueAt }, moment.random);
	}
	return told.length > 0;
}

function queueForOperator(tx: Tx, { now, random }: LetterMoment): true {
	const latest = latestDue(tx, "operator", null) ?? -Infinity;
	const dueAt = Math.max(now, Math.min(latest, now) + operatorPauseMs);
	queueLetter(tx, { text: "operator", reader: null, dueAt }, random);
	return true;
}

/** Whose letter it is, and when: what its time is worked out from. */
export function askedFor(
	reader: { userId: string } | { structureId: string },
	opening: Opening,
	{ now, jitter }: LetterMoment,
) {
	const name = "userId" in reader ? `person ${reader.userId}` : `mailbox ${reader.structureId}`;
	return { opening, reader: name, jitter, now };
}
