import { createHash } from "node:crypto";
import { and, desc, eq, gt, isNull, lt } from "drizzle-orm";
import type { Db, Tx } from "./client.ts";
import type { Random } from "./pseudonyms/code.ts";
import { drawHandle } from "./pseudonyms/handle.ts";
import { recoveries, type recoveryKinds, type recoveryReasons } from "./schema/recoveries.ts";
import { type duties, members } from "./schema/structures.ts";

/** How long a second person has to agree, and how long the link opens. */
export const recoveryMs = 48 * 3_600_000;

/** What was lost, and why; both from closed lists. */
export type RecoveryWish = {
	kind: (typeof recoveryKinds)[number];
	reason: (typeof recoveryReasons)[number];
};

/** A recovery that waits: for the second person, or for its link to be opened. */
export type OpenRecovery = RecoveryWish & {
	id: string;
	userId: string;
	askedBy: string;
	askedByLabel: string;
	askedByUserId: string;
	askedByDuty: (typeof duties)[number];
	askedAt: number;
	expiresAt: number;
	/** Whether the link was given. */
	given: boolean;
};

type Moment = { now: number; random: Random };

/**
 * Writes that a colleague asks for a way back into an account. Whatever waited for it before ends:
 * two links to one account would be one too many.
 *
 * @returns the secret of the link, where one person is enough
 */
export function askRecovery(
	tx: Tx,
	{ userId, askedBy, ...wish }: RecoveryWish & { userId: string; askedBy: string },
	{ now, random }: Moment,
): string | undefined {
	withdrawRecoveries(tx, userId, now);
	const secret = wish.kind === "password" ? drawSecret(random) : undefined;
	tx.insert(recoveries)
		.values({
			id: drawHandle(random),
			userId,
			askedBy,
			...wish,
			askedAt: now,
			expiresAt: now + recoveryMs,
			secretHash: secret === undefined ? null : hashOf(secret),
		})
		.run();
	return secret;
}

/**
 * Writes that a second person agrees: the link is made now, and its time begins.
 *
 * @returns its secret; undefined when there is nothing to agree to any more
 */
export function agreeToRecovery(
	tx: Tx,
	{ id, agreedBy }: { id: string; agreedBy: string },
	{ now, random }: Moment,
): string | undefined {
	const secret = drawSecret(random);
	const { changes } = tx
		.update(recoveries)
		.set({
			agreedBy,
			agreedAt: now,
			secretHash: hashOf(secret),
			expiresAt: now + recoveryMs,
		})
		.where(and(eq(recoveries.id, id), isNull(recoveries.secretHash), isOpen(now)))
		.run();
	return changes === 1 ? secret : undefined;
}

/** Ends whatever waits for an account. */
export function withdrawRecoveries(tx: Db | Tx, userId: string, now: number): boolean {
	const { changes } = tx
		.update(recoveries)
		.set({ end: "withdrawn", endedAt: now })
		.where(and(eq(recoveries.userId, userId), isOpen(now)))
		.run();
	return changes > 0;
}

/** What waits for an account. */
export function openRecoveryOf(db: Db | Tx, userId: string, now: number): OpenRecovery | undefined {
	const row = select(db)
		.where(and(eq(recoveries.userId, userId), isOpen(now)))
		.orderBy(desc(recoveries.askedAt))
		.get();
	return row && opened(row);
}

/** The recovery that a link opens; undefined when it was used, withdrawn, is over, or never was. */
export function recoveryBehind(db: Db | Tx, secret: string, now: number): OpenRecovery | undefined {
	if (!/^[\w-]{43}$/.test(secret)) return undefined;
	const row = select(db)
		.where(and(eq(recoveries.secretHash, hashOf(secret)), isOpen(now)))
		.get();
	return row && opened(row);
}

/** Uses a link up. @returns false when somebody was faster */
export function spendRecovery(tx: Tx, id: string, now: number): boolean {
	const { changes } = tx
		.update(recoveries)
		.set({ end: "used", endedAt: now })
		.where(and(eq(recoveries.id, id), isOpen(now)))
		.run();
	return changes === 1;
}

/** Forgets the recoveries that have been over for a month; the trail keeps that they were. */
export function forgetRecoveries(db: Db | Tx, now: number): void {
	db.delete(recoveries)
		.where(lt(recoveries.expiresAt, now - 30 * 86_400_000))
		.run();
}

function isOpen(now: number) {
	return and(isNull(recoveries.end), gt(recoveries.expiresAt, now));
}

function select(db: Db | Tx) {
	return db
		.select({
			id: recoveries.id,
			userId: recoveries.userId,
			kind: recoveries.kind,
			reason: recoveries.reason,
			askedBy: recoveries.askedBy,
			askedByLabel: members.label,
			askedByUserId: members.userId,
			askedByDuty: members.duty,
			askedAt: recoveries.askedAt,
			expiresAt: recoveries.expiresAt,
			secretHash: recoveries.secretHash,
		})
		.from(recoveries)
		.innerJoin(members, eq(members.id, recoveries.askedBy));
}

type Row = NonNullable<ReturnType<ReturnType<typeof select>["get"]>>;

function opened({ secretHash, ...row }: Row): OpenRecovery {
	return { ...row, given: secretHash !== null };
}

function drawSecret(random: Random): string {
	return Buffer.from(random.bytes(32)).toString("base64url");
}

function hashOf(secret: string): string {
	return createHash("sha256").update(secret).digest("base64url");
}
