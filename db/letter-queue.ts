import { and, asc, desc, eq, lte, type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "./client.ts";
import type { Reader } from "./letter-readers.ts";
import type { Random } from "./pseudonyms/code.ts";
import { drawHandle } from "./pseudonyms/handle.ts";
import { letters, type letterTexts, mostTries } from "./schema/messages.ts";

export type LetterText = (typeof letterTexts)[number];

/** A letter that is about to be handed over. */
export type Claimed = {
	id: number;
	/** For its Message-ID: the same at every try. */
	number: string;
	text: LetterText;
	/** Null for the operator. */
	reader: Reader | null;
	tries: number;
};

const minuteMs = 60_000;

/** How long a letter waits after each try. */
export const pausesMs = [1, 5, 15, 60, 60].map((minutes) => minutes * minuteMs);

/** How long to wait after so many tries in a row that came to nothing. */
export function pauseAfter(tries: number): number {
	return pausesMs[Math.min(tries, pausesMs.length) - 1] ?? 0;
}

/**
 * Queues a letter, unless the same text already waits for the same reader and goes no later: then
 * that one says it too. One that was handed over before, and may have arrived, says nothing new.
 *
 * @returns false when another letter says it
 */
export function queueLetter(
	tx: Tx,
	{ text, reader, dueAt }: { text: LetterText; reader: Reader | null; dueAt: number },
	random: Random,
): boolean {
	const waiting = tx
		.select({ id: letters.id })
		.from(letters)
		.where(and(isFor(reader), eq(letters.text, text), untried, lte(letters.dueAt, dueAt)))
		.get();
	if (waiting) return false;
	const number = drawHandle(random);
	tx.insert(letters)
		.values({ number, text, ...columnsOf(reader), dueAt, nextTryAt: dueAt })
		.run();
	return true;
}

/** When the latest letter of a text to a reader was, or will be, due. */
export function latestDue(tx: Db | Tx, text: LetterText, reader: Reader | null) {
	return tx
		.select({ dueAt: letters.dueAt })
		.from(letters)
		.where(and(isFor(reader), eq(letters.text, text)))
		.orderBy(desc(letters.dueAt))
		.limit(1)
		.get()?.dueAt;
}

/**
 * Takes the next letter that is due, and counts the try before it is made: a process that dies
 * between sending and recording finds the letter again after a pause, under the same number, and
 * never more often than any other letter.
 *
 * @returns "spent" with the letter when its last try was never answered
 */
export function claimLetter(db: Db, now: number): { letter: Claimed; spent: boolean } | undefined {
	return db.transaction(
		(tx) => {
			const row = tx
				.select()
				.from(letters)
				.where(and(eq(letters.state, "queued"), lte(letters.nextTryAt, now)))
				.orderBy(urgentFirst, asc(letters.nextTryAt), asc(letters.id))
				.limit(1)
				.get();
			if (!row) return undefined;
			const { id, number, text, tries } = row;
			const letter = { id, number, text, reader: readerOf(row) };
			if (tries >= mostTries) return { letter: { ...letter, tries }, spent: true };

			const nextTryAt = now + pauseAfter(tries + 1);
			tx.update(letters)
				.set({ tries: tries + 1, nextTryAt })
				.where(eq(letters.id, id))
				.run();
			return { letter: { ...letter, tries: tries + 1 }, spent: false };
		},
		{ behavior: "immediate" },
	);
}

/** Takes a try back that never reached the letter: the relay was not there. */
export function giveTryBack(db: Db, id: number, now: number): void {
	db.update(letters)
		.set({ tries: sql`max(${letters.tries} - 1, 0)`, nextTryAt: now })
		.where(isQueued(id))
		.run();
}

/** Ends a letter: sent, only shown, not needed any more, or failed until somebody looks. */
export function endLetter(
	db: Db,
	id: number,
	state: "sent" | "shown" | "dropped" | "failed",
	now: number,
): void {
	db.update(letters).set({ state, endedAt: now }).where(isQueued(id)).run();
}

/** Sends a letter again that had failed, as if it had never been tried. @returns how many */
export function requeueLetters(db: Db | Tx, which: { id: number } | "operator", now: number) {
	const found = which === "operator" ? eq(letters.text, "operator") : eq(letters.id, which.id);
	return db
		.update(letters)
		.set({ state: "queued", endedAt: null, tries: 0, nextTryAt: now })
		.where(and(found, eq(letters.state, "failed")))
		.run().changes;
}

const untried = and(eq(letters.state, "queued"), eq(letters.tries, 0));
const urgentFirst = sql`${letters.text} not in ('urgent', 'operator')`;

function isQueued(id: number): SQL | undefined {
	return and(eq(letters.id, id), eq(letters.state, "queued"));
}

function isFor(reader: Reader | null): SQL {
	if (reader === null) return sql`${letters.userId} is null and ${letters.structureId} is null`;
	return "userId" in reader
		? eq(letters.userId, reader.userId)
		: eq(letters.structureId, reader.structureId);
}

function columnsOf(reader: Reader | null) {
	return { userId: null, structureId: null, ...reader };
}

function readerOf({ userId, structureId }: typeof letters.$inferSelect): Reader | null {
	if (userId !== null) return { userId };
	return structureId === null ? null : { structureId };
}
