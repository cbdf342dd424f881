import { and, desc, eq, gt, lte } from "drizzle-orm";
import type { SituationEvent } from "#protocols/casework/events.ts";
import type { Text } from "#protocols/language/text.ts";
import type { Scope } from "./access.ts";
import type { Db, Tx } from "./client.ts";
import { showWords } from "./pseudonyms/pairing-words.ts";
import { handoffs, recalls } from "./schema/handoffs.ts";
import { situations } from "./schema/situations.ts";
import { stepTitle } from "./work-list.ts";

/** How long a recalled line is on top of the recipient's day. */
export const recallMs = 24 * 3_600_000;

/** Puts the lines whose number was recalled on top of the recipient's day, in the transaction of the act. */
export function rememberRecalls(tx: Tx, events: readonly SituationEvent[]): void {
	for (const event of events) {
		if (event.type !== "handoff-moved" || event.act !== "RECALL_NUMBER") continue;
		const until = event.at + recallMs;
		tx.insert(recalls)
			.values({ handoffId: event.handoff, until })
			.onConflictDoUpdate({ target: recalls.handoffId, set: { until } })
			.run();
	}
}

/** Forgets the recalls whose time has passed. */
export function forgetRecalls(db: Db, now: number): void {
	db.delete(recalls).where(lte(recalls.until, now)).run();
}

/** A line that its sender recalled: the two words, and which step it is about. */
export type RecalledLine = { handle: string; words: string; step: Text };

/** The lines that partners of a structure recalled lately, the latest first. */
export function recalledLines(
	db: Db,
	{ territoryId, structureId }: Scope,
	now: number,
): RecalledLine[] {
	return db
		.select({
			handle: handoffs.recipientHandle,
			words: handoffs.words,
			stepId: handoffs.stepId,
			versionHash: situations.versionHash,
		})
		.from(recalls)
		.innerJoin(handoffs, eq(handoffs.id, recalls.handoffId))
		.innerJoin(situations, eq(situations.pk, handoffs.situationPk))
		.where(
			and(
				gt(recalls.until, now),
				eq(handoffs.recipientId, structureId),
				eq(situations.territoryId, territoryId),
			),
		)
		.orderBy(desc(recalls.until))
		.all()
		.map(({ handle, words, ...step }) => ({
			handle,
			words: showWords(words),
			step: stepTitle(db, territoryId, step),
		}));
}
