import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { desc, eq, max } from "drizzle-orm";
import type { SituationEvent } from "#protocols/casework/events.ts";
import type { HandoffAct } from "#protocols/casework/handoff/life.ts";
import { trailHead } from "./audit.ts";
import { type Checkpoint, signStatement } from "./checkpoint-text.ts";
import type { Db, Tx } from "./client.ts";
import { lastEntry } from "./entries.ts";
import { keysOf } from "./keys/keys-of.ts";
import { readSecret } from "./keys/secrets.ts";
import { type checkpointReasons, checkpoints, handoffCheckpoints } from "./schema/checkpoints.ts";

type Reason = (typeof checkpointReasons)[number];

/** A checkpoint of the table, with its number there. */
export type KeptCheckpoint = Checkpoint & { sequence: number };

/** Signs how far both chains have come, in the transaction that they have come so far. */
export function makeCheckpoint(tx: Db | Tx, at: number, reason: Reason): KeptCheckpoint {
	const entry = lastEntry(tx);
	const trail = trailHead(tx);
	const statement = {
		at,
		journal: { count: entry.sequence, link: entry.link },
		audit: { count: trail.sequence, link: trail.link },
	};
	const checkpoint = signStatement(statement, signingKeyOf(tx));
	const { sequence } = tx
		.insert(checkpoints)
		.values({
			at,
			reason,
			journalCount: entry.sequence,
			journalHead: Buffer.from(entry.link),
			auditCount: trail.sequence,
			auditHead: Buffer.from(trail.link),
			signature: Buffer.from(checkpoint.signature),
		})
		.returning({ sequence: checkpoints.sequence })
		.get();
	return { ...checkpoint, sequence };
}

/** The acts at which both sides of a handoff become witnesses. */
const witnessed: readonly HandoffAct[] = ["SEND", "ACCEPT", "DECLARE_ACCEPTED"];

/**
 * Makes a checkpoint for each handoff that was sent or accepted, to be shown on its page. It states
 * the day and not the instant: a checkpoint stays when the situation is forgotten.
 */
export function witnessHandoffs(tx: Tx, events: readonly SituationEvent[], at: number): void {
	const moved = events.flatMap((event) =>
		event.type === "handoff-moved" && witnessed.includes(event.act) ? [event.handoff] : [],
	);
	if (moved.length === 0) return;
	const { sequence } = makeCheckpoint(tx, noonOf(at), "handoff");
	for (const handoffId of new Set(moved)) {
		tx.insert(handoffCheckpoints).values({ handoffId, checkpoint: sequence }).run();
	}
}

const dayMs = 86_400_000;

/** Noon UTC of the day of an instant: almost anywhere on Earth it is the same date. */
function noonOf(at: number): number {
	return Math.floor(at / dayMs) * dayMs + dayMs / 2;
}

/**
 * Makes the checkpoint of the day, unless it is there. Days begin at midnight UTC: every territory
 * of an instance shares the chains.
 *
 * @returns whether it was made
 */
export function makeDailyCheckpoint(db: Db, now: number): boolean {
	return db.transaction(
		(tx) => {
			const last = tx
				.select({ at: max(checkpoints.at) })
				.from(checkpoints)
				.where(eq(checkpoints.reason, "day"))
				.get();
			const day = Math.floor(now / dayMs);
			const done = typeof last?.at === "number" && Math.floor(last.at / dayMs) >= day;
			if (!done) makeCheckpoint(tx, now, "day");
			return !done;
		},
		{ behavior: "immediate" },
	);
}

/** The latest checkpoint that a handoff was shown with; undefined before it is sent. */
export function checkpointOfHandoff(db: Db | Tx, handoffId: string): Checkpoint | undefined {
	const row = db
		.select(columns)
		.from(handoffCheckpoints)
		.innerJoin(checkpoints, eq(checkpoints.sequence, handoffCheckpoints.checkpoint))
		.where(eq(handoffCheckpoints.handoffId, handoffId))
		.orderBy(desc(checkpoints.sequence))
		.limit(1)
		.get();
	return row && checkpointOfRow(row);
}

/** The columns that make a checkpoint, for queries that read several. */
export const columns = {
	at: checkpoints.at,
	journalCount: checkpoints.journalCount,
	journalHead: checkpoints.journalHead,
	auditCount: checkpoints.auditCount,
	auditHead: checkpoints.auditHead,
	signature: checkpoints.signature,
};

type CheckpointRow = Pick<typeof checkpoints.$inferSelect, keyof typeof columns>;

export function checkpointOfRow(row: CheckpointRow): Checkpoint {
	return {
		at: row.at,
		journal: { count: row.journalCount, link: row.journalHead },
		audit: { count: row.auditCount, link: row.auditHead },
		signature: row.signature,
	};
}

/** The public half of the signing key: whoever holds it can tell that a checkpoint is ours. */
export function publicKeyOf(db: Db): KeyObject {
	return createPublicKey(signingKeyOf(db));
}

/** What signs for the store: checkpoints, backups, the list of what was forgotten. */
export function signingKeyOf(db: Db | Tx): KeyObject {
	const key = readSecret(keysOf(db), "signing");
	return createPrivateKey({ key, format: "der", type: "pkcs8" });
}
