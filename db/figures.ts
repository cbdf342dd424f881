import { and, asc, count, desc, eq, isNotNull, isNull, lte, min, ne } from "drizzle-orm";
import type { Db } from "./client.ts";
import type { IncidentReason, IncidentSource } from "./incidents.ts";
import { journalHead } from "./journal.ts";
import { checkpoints } from "./schema/checkpoints.ts";
import { incidents } from "./schema/incidents.ts";
import { outbox, timers } from "./schema/journal.ts";
import { letters } from "./schema/messages.ts";

/** A clock that is due is struck within twenty seconds: one that is still there a minute later is late. */
const graceMs = 60_000;

/** What the store says of its own work, in numbers alone. */
export type StoreFigures = {
	journalEntries: number;
	/** Clocks that run. */
	openTimers: number;
	/** Clocks that should have struck and did not: none, unless something is wrong. */
	overdueTimers: number;
	/** Messages and letters that wait to be sent. */
	queued: number;
	/** Since when the oldest of those waits whose time has come. */
	oldestDueAt: number | undefined;
	lastCheckpointAt: number | undefined;
	incidents: { source: IncidentSource; reason: IncidentReason; count: number }[];
};

/** Counts what an operator watches. */
export function storeFigures(db: Db, now: number): StoreFigures {
	return {
		journalEntries: journalHead(db).events,
		openTimers: countOf(db.select({ n: count() }).from(timers).where(isNotNull(timers.fireAt))),
		overdueTimers: countOf(
			db
				.select({ n: count() })
				.from(timers)
				.where(lte(timers.fireAt, now - graceMs)),
		),
		...queue(db, now),
		lastCheckpointAt: db
			.select({ at: checkpoints.at })
			.from(checkpoints)
			.where(ne(checkpoints.reason, "handoff"))
			.orderBy(desc(checkpoints.sequence))
			.limit(1)
			.get()?.at,
		incidents: openByReason(db),
	};
}

function queue(db: Db, now: number): Pick<StoreFigures, "queued" | "oldestDueAt"> {
	const unmade = isNull(outbox.sentAt);
	const queued = eq(letters.state, "queued");
	const urgent = db
		.select({ at: min(outbox.at) })
		.from(outbox)
		.where(and(unmade, ne(outbox.kind, "waiting")))
		.get();
	const due = db
		.select({ at: min(letters.dueAt) })
		.from(letters)
		.where(and(queued, lte(letters.dueAt, now)))
		.get();
	const since = [urgent?.at, due?.at].filter((at) => typeof at === "number");
	return {
		queued:
			countOf(db.select({ n: count() }).from(outbox).where(unmade)) +
			countOf(db.select({ n: count() }).from(letters).where(queued)),
		oldestDueAt: since.length === 0 ? undefined : Math.min(...since),
	};
}

function openByReason(db: Db): StoreFigures["incidents"] {
	const { source, reason } = incidents;
	return db
		.select({ source, reason, count: count() })
		.from(incidents)
		.where(isNull(incidents.resolvedAt))
		.groupBy(source, reason)
		.orderBy(asc(source), asc(reason))
		.all();
}

function countOf(query: { get(): { n: number } | undefined }): number {
	return query.get()?.n ?? 0;
}
