import { createHmac } from "node:crypto";
import { eq, lt, sql } from "drizzle-orm";
import { rateLimits, tries } from "#db/schema/accounts.ts";
import type { Services } from "./services.server.ts";

/** How many wrong tries a guessable secret allows, and for how long they are remembered. */
export type TriesLimit = { purpose: string; most: number; withinMs: number };

/**
 * Says whether somebody has tried a guessable secret too often: a password, a code, a number.
 * The count outlives a restart.
 *
 * @param subject the account or the network; only a keyed hash of it is kept
 */
export function hasTriedTooOften(services: Services, limit: TriesLimit, subject: string): boolean {
	const row = services.db
		.select()
		.from(tries)
		.where(eq(tries.key, keyOf(services, limit, subject)))
		.get();
	if (!row || services.clock.now() - row.startedAt >= limit.withinMs) return false;
	return row.count >= limit.most;
}

/** Counts one wrong try. */
export function countWrongTry(services: Services, limit: TriesLimit, subject: string): void {
	addTry(services, limit, subject, () => true);
}

/**
 * Counts a try before it is made, so that many at once are not more than the limit allows.
 *
 * @returns false when there were too many already: then it must not be made
 */
export function takeTry(services: Services, limit: TriesLimit, subject: string): boolean {
	return addTry(services, limit, subject, (before) => before < limit.most);
}

/** Takes back the count of one try that succeeded. */
export function giveBackTry(services: Services, limit: TriesLimit, subject: string): void {
	services.db
		.update(tries)
		.set({ count: sql`max(${tries.count} - 1, 0)` })
		.where(eq(tries.key, keyOf(services, limit, subject)))
		.run();
}

function addTry(
	services: Services,
	limit: TriesLimit,
	subject: string,
	allowed: (before: number) => boolean,
): boolean {
	const key = keyOf(services, limit, subject);
	const now = services.clock.now();
	return services.db.transaction(
		(tx) => {
			const row = tx.select().from(tries).where(eq(tries.key, key)).get();
			const current =
				row && now - row.startedAt < limit.withinMs ? row : { count: 0, startedAt: now };
			if (!allowed(current.count)) return false;
			const next = { count: current.count + 1, startedAt: current.startedAt };
			tx.insert(tries)
				.values({ key, ...next })
				.onConflictDoUpdate({ target: tries.key, set: next })
				.run();
			return true;
		},
		{ behavior: "immediate" },
	);
}

/** Forgets the wrong tries of somebody who then succeeded. */
export function forgetTries(services: Services, limit: TriesLimit, subject: string): void {
	services.db
		.delete(tries)
		.where(eq(tries.key, keyOf(services, limit, subject)))
		.run();
}

/** Forgets every count older than a day, with the network it was of: no limit looks further back. */
export function forgetOldTries(services: Services): void {
	const yesterday = services.clock.now() - 24 * 60 * 60 * 1000;
	services.db.delete(tries).where(lt(tries.startedAt, yesterday)).run();
	services.db.delete(rateLimits).where(lt(rateLimits.lastRequest, yesterday)).run();
}

function keyOf(services: Services, limit: TriesLimit, subject: string): string {
	return createHmac("sha256", services.secret)
		.update(`${limit.purpose}\0${subject}`)
		.digest("base64url");
}
