import { and, asc, eq, gte, inArray, lt, min, or } from "drizzle-orm";
import { shortForm } from "./checkpoint-text.ts";
import { checkpointOfRow, columns } from "./checkpoints.ts";
import type { Db } from "./client.ts";
import type { Span } from "./readings.ts";
import { checkpoints, handoffCheckpoints } from "./schema/checkpoints.ts";
import { handoffs } from "./schema/handoffs.ts";

/** One line of the statement that a structure keeps: when, why, and the short form to compare. */
export type StatementLine = { at: number; reason: "day" | "handoff"; short: string };

/** When the store made its first checkpoint; undefined when it made none. */
export function firstCheckpoint(db: Db): number | undefined {
	const row = db
		.select({ at: min(checkpoints.at) })
		.from(checkpoints)
		.get();
	return row?.at ?? undefined;
}

/**
 * The checkpoints of a stretch of time, such as a month, that a structure can keep on paper: those of each day, and those that
 * its own handoffs were shown with. Counts are left out: they would tell how much happens elsewhere.
 */
export function statementOf(db: Db, structureId: string, { from, until }: Span): StatementLine[] {
	const own = db
		.select({ checkpoint: handoffCheckpoints.checkpoint })
		.from(handoffCheckpoints)
		.innerJoin(handoffs, eq(handoffs.id, handoffCheckpoints.handoffId))
		.where(or(eq(handoffs.senderId, structureId), eq(handoffs.recipientId, structureId)));
	const rows = db
		.select({ ...columns, reason: checkpoints.reason })
		.from(checkpoints)
		.where(
			and(
				gte(checkpoints.at, from),
				lt(checkpoints.at, until),
				or(eq(checkpoints.reason, "day"), inArray(checkpoints.sequence, own)),
			),
		)
		.orderBy(asc(checkpoints.sequence))
		.all();
	return rows.map(({ reason, ...row }) => ({
		at: row.at,
		reason: reason === "day" ? "day" : "handoff",
		short: shortForm(checkpointOfRow(row)),
	}));
}
