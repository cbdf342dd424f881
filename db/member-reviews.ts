import { eq, max } from "drizzle-orm";
import type { Db, Tx } from "./client.ts";
import { memberReviews } from "./schema/reviews.ts";

/** Days after which a manager is asked to read the list of their colleagues again. */
export const reviewEveryDays = 90;

const dayMs = 86_400_000;

/** A manager has read who may act in their structure, and it is as it should be. */
export function reviewMembers(
	tx: Db | Tx,
	{ structureId, memberId, now }: { structureId: string; memberId: string; now: number },
): void {
	tx.insert(memberReviews)
		.values({ structureId, reviewedAt: now, reviewedBy: memberId })
		.onConflictDoNothing()
		.run();
}

/** When the colleagues of a structure were last reviewed; null when they never were. */
export function lastReviewOf(db: Db | Tx, structureId: string): number | null {
	const row = db
		.select({ at: max(memberReviews.reviewedAt) })
		.from(memberReviews)
		.where(eq(memberReviews.structureId, structureId))
		.get();
	return row?.at ?? null;
}

/** Whether the list is to be read again. */
export function isReviewDue(db: Db | Tx, structureId: string, now: number): boolean {
	const last = lastReviewOf(db, structureId);
	return last === null || now - last >= reviewEveryDays * dayMs;
}
