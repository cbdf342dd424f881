import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { recordAudit } from "./audit.ts";
import type { Db } from "./client.ts";
import { dayOf } from "./colleagues.ts";
import type { Moment } from "./journal.ts";
import { dueFeeds } from "./schema/messages.ts";

/** The address of somebody's due dates, as they see it: never the address itself. */
export type DueFeed = { madeAt: number; readDay: number | null };

type Owner = { userId: string; memberId: string; structureId: string };

/** The feed of a person; undefined when they have none. */
export function feedOf(db: Db, userId: string): DueFeed | undefined {
	return db
		.select({ madeAt: dueFeeds.madeAt, readDay: dueFeeds.readDay })
		.from(dueFeeds)
		.where(eq(dueFeeds.userId, userId))
		.get();
}

/**
 * Makes a new address; the one before opens nothing any more.
 *
 * @returns its secret, 128 bits, which is shown once and kept nowhere
 */
export function makeFeed(db: Db, moment: Moment, owner: Owner): string {
	const secret = Buffer.from(moment.random.bytes(16)).toString("base64url");
	const row = { secretHash: hashOf(secret), madeAt: moment.now, readDay: null };
	db.transaction(
		(tx) => {
			tx.insert(dueFeeds)
				.values({ userId: owner.userId, ...row })
				.onConflictDoUpdate({ target: dueFeeds.userId, set: row })
				.run();
			const { memberId: actor, structureId } = owner;
			recordAudit(tx, moment, { actor, structureId, act: "FEED_MADE" });
		},
		{ behavior: "immediate" },
	);
	return secret;
}

/** Withdraws an address, at once. @returns false when there was none */
export function withdrawFeed(db: Db, moment: Moment, owner: Owner): boolean {
	return db.transaction(
		(tx) => {
			const { changes } = tx.delete(dueFeeds).where(eq(dueFeeds.userId, owner.userId)).run();
			if (changes === 0) return false;
			const { memberId: actor, structureId } = owner;
			recordAudit(tx, moment, { actor, structureId, act: "FEED_WITHDRAWN" });
			return true;
		},
		{ behavior: "immediate" },
	);
}

/** Whose due dates an address shows; undefined when it opens nothing, whatever the reason. */
export function feedReader(db: Db, secret: string, now: number): string | undefined {
	if (!/^[\w-]{22}$/.test(secret)) return undefined;
	const own = eq(dueFeeds.secretHash, hashOf(secret));
	const row = db.select().from(dueFeeds).where(own).get();
	if (!row) return undefined;
	// Once a day is enough to tell its owner whether anything still reads it.
	if (row.readDay !== dayOf(now))
		db.update(dueFeeds)
			.set({ readDay: dayOf(now) })
			.where(own)
			.run();
	return row.userId;
}

function hashOf(secret: string): string {
	return createHash("sha256").update(secret).digest("base64url");
}
