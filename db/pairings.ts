import { and, eq, gt, lte } from "drizzle-orm";
import type { Db, Tx } from "./client.ts";
import type { Moment } from "./journal.ts";
import {
	type AtSituation,
	keepInTrail,
	numberHash,
	ofMember,
	pairingMs,
	pairingRow,
} from "./pairing-rows.ts";
import { drawDigits } from "./pseudonyms/digits.ts";
import { drawHandle } from "./pseudonyms/handle.ts";
import { drawWords } from "./pseudonyms/pairing-words.ts";
import { pairings } from "./schema/pairings.ts";
import { members } from "./schema/structures.ts";

/** How many digits are said on the telephone. */
export const pairingDigits = 6;

/**
 * Draws a number for somebody to say on the telephone. It stands for nothing, is kept as a keyed
 * hash, and replaces the one they had.
 *
 * @returns six digits, to be shown once
 */
export function offerPairing(db: Db, at: AtSituation, moment: Moment): string {
	return inWriting(db, (tx) => {
		forgetPairings(tx, moment.now);
		withdrawOwn(tx, at);
		const number = freeNumber(tx, at.territoryId, moment);
		tx.insert(pairings)
			.values({
				id: drawHandle(moment.random),
				territoryId: at.territoryId,
				numberHash: numberHash(tx, at.territoryId, number),
				state: "offered",
				firstPk: at.situationPk,
				firstMemberId: at.memberId,
				firstConfirmed: false,
				secondConfirmed: false,
				expiresAt: moment.now + pairingMs,
			})
			.run();
		keepInTrail(tx, at, "DUPLICATE_OFFERED", moment);
		return number;
	});
}

/**
 * Types the number that was heard, at another situation of the same territory. A number works once.
 *
 * @returns false for a number that is wrong, foreign, old, used, one's own, or said at this very
 * situation: nobody learns which
 */
export function takePairing(db: Db, at: AtSituation, number: string, moment: Moment): boolean {
	return inWriting(db, (tx) => {
		const row = offered(tx, at, number, moment.now);
		if (!row) return false;
		withdrawOwn(tx, at);
		tx.update(pairings)
			.set({
				numberHash: null,
				state: "taken",
				secondPk: at.situationPk,
				secondMemberId: at.memberId,
				words: drawWords(moment.random),
				expiresAt: moment.now + pairingMs,
			})
			.where(eq(pairings.id, row.id))
			.run();
		return true;
	});
}

/** Says that it is not the same, or takes one's own number back. The other side is told on its page. */
export function refusePairing(db: Db, at: AtSituation, now: number): void {
	inWriting(db, (tx) => {
		const row = pairingRow(tx, at, now);
		if (!row) return;
		const own = eq(pairings.id, row.id);
		if (row.state !== "taken") tx.delete(pairings).where(own).run();
		else tx.update(pairings).set(refused).where(own).run();
	});
}

/** Forgets what nobody confirmed in time: nothing has happened. */
export function forgetPairings(db: Db | Tx, now: number): void {
	db.delete(pairings).where(lte(pairings.expiresAt, now)).run();
}

const refused = { state: "refused", words: null } as const;

function inWriting<Result>(db: Db, write: (tx: Tx) => Result): Result {
	return db.transaction(write, { behavior: "immediate" });
}

/** What somebody began before at this situation ends here; whoever was there is told so. */
function withdrawOwn(tx: Tx, at: AtSituation): void {
	tx.update(pairings)
		.set(refused)
		.where(and(ofMember(at), eq(pairings.state, "taken")))
		.run();
	tx.delete(pairings)
		.where(and(ofMember(at), eq(pairings.state, "offered")))
		.run();
}

function offered(tx: Tx, at: AtSituation, number: string, now: number) {
	const row = tx
		.select({
			id: pairings.id,
			firstPk: pairings.firstPk,
			firstMemberId: pairings.firstMemberId,
		})
		.from(pairings)
		.where(
			and(
				eq(pairings.numberHash, numberHash(tx, at.territoryId, number)),
				eq(pairings.territoryId, at.territoryId),
				gt(pairings.expiresAt, now),
			),
		)
		.get();
	if (!row || row.firstPk === at.situationPk) return undefined;
	return isSamePerson(tx, row.firstMemberId, at.memberId) ? undefined : row;
}

/** Whoever works in two structures is one person. */
function isSamePerson(tx: Tx, memberId: string, otherId: string): boolean {
	const userOf = (id: string) =>
		tx.select({ user: members.userId }).from(members).where(eq(members.id, id)).get()?.user;
	return userOf(memberId) === userOf(otherId);
}

const mostTries = 50;

function freeNumber(tx: Tx, territoryId: string, { random }: Moment): string {
	for (let tries = 1; tries <= mostTries; tries += 1) {
		const number = drawDigits(random, pairingDigits);
		const taken = tx
			.select({ id: pairings.id })
			.from(pairings)
			.where(eq(pairings.numberHash, numberHash(tx, territoryId, number)))
			.get();
		if (!taken) return number;
	}
	throw new Error("No free number was drawn in fifty tries.");
}
