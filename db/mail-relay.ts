import { eq } from "drizzle-orm";
import type { Db, Tx } from "./client.ts";
import { pauseAfter } from "./letter-queue.ts";
import { mailRelay } from "./schema/messages.ts";

/** How the mail relay has answered lately. */
export type RelayState = Omit<typeof mailRelay.$inferSelect, "id">;

const unknown: RelayState = {
	failures: 0,
	nextTryAt: null,
	failingSince: null,
	latestSentAt: null,
};

/** How the mail relay has answered lately; a restart forgets nothing of it. */
export function relayState(db: Db | Tx): RelayState {
	return db.select().from(mailRelay).where(eq(mailRelay.id, 1)).get() ?? unknown;
}

/** The relay took a letter. @returns whether it had failed before */
export function noteReached(db: Db | Tx, now: number): boolean {
	const before = relayState(db);
	keep(db, { failures: 0, nextTryAt: null, failingSince: null, latestSentAt: now });
	return before.failures > 0;
}

/** The relay could not be reached, or did not let us in: it is left alone for a growing while. */
export function noteUnreached(db: Db | Tx, now: number): RelayState {
	const before = relayState(db);
	const failures = before.failures + 1;
	const state = {
		...before,
		failures,
		nextTryAt: now + pauseAfter(failures),
		failingSince: before.failingSince ?? now,
	};
	keep(db, state);
	return state;
}

/** Lets the next round try at once, whatever came before. */
export function tryRelayAgain(db: Db | Tx): void {
	keep(db, { ...relayState(db), nextTryAt: null });
}

function keep(db: Db | Tx, { failures, nextTryAt, failingSince, latestSentAt }: RelayState): void {
	const state = { failures, nextTryAt, failingSince, latestSentAt };
	db.insert(mailRelay)
		.values({ id: 1, ...state })
		.onConflictDoUpdate({ target: mailRelay.id, set: state })
		.run();
}
