import { and, asc, eq, lte, or, type SQL } from "drizzle-orm";
import type { Command } from "#protocols/casework/commands.ts";
import { decide } from "#protocols/casework/decide.ts";
import { refuse } from "#protocols/casework/story.ts";
import {
	dayMs,
	dueRetentionAct,
	type RetentionAct,
	retentionFactsOf,
} from "#protocols/retention/due-act.ts";
import { recordAudit } from "./audit.ts";
import type { Db } from "./client.ts";
import { decideAndRecord, type Moment } from "./journal.ts";
import { livedDaysOf } from "./lived-days.ts";
import { purgeSituation } from "./purge.ts";
import { retentionOf } from "./retention-policy.ts";
import { situations } from "./schema/situations.ts";
import { territories } from "./schema/territories.ts";
import { countOnce } from "./yearly-counts.ts";

/** A situation that retention has to look at; it may be found that nothing is due yet. */
export type Candidate = { territoryId: string; situationPk: number };

/** What was done to one; `unverified` where a reader still held what was forgotten. */
export type Applied = RetentionAct | "unverified" | undefined;

/** What a sweep met at one situation: what it did, or what went wrong there. */
export type Met = { applied: Applied } | { fault: unknown };

/**
 * Does what is due today, one situation at a time; a fault at one of them stops no other. Stop
 * between two of them when something else has to be served.
 */
export function* sweepRetention(db: Db, moment: Moment): Generator<Met> {
	for (const candidate of retentionCandidates(db, moment.now)) {
		let met: Met;
		try {
			met = { applied: applyRetention(db, moment, candidate) };
		} catch (fault) {
			met = { fault };
		}
		yield met;
	}
}

/** The situations that may be due, of every territory, by what their rows say. */
export function retentionCandidates(db: Db, now: number): Candidate[] {
	const due = db
		.select({ id: territories.id })
		.from(territories)
		.all()
		.map(({ id }) => mayBeDue(db, id, now));
	return db
		.select({ territoryId: situations.territoryId, situationPk: situations.pk })
		.from(situations)
		.where(or(...due))
		.orderBy(asc(situations.pk))
		.all();
}

/** Rows of closed situations hold weeks, which begin before what they stand for: none is missed. */
function mayBeDue(db: Db, territoryId: string, now: number): SQL | undefined {
	const { policy } = retentionOf(db, territoryId);
	const { status, activeAt, closedAt } = situations;
	return and(
		eq(situations.territoryId, territoryId),
		or(
			and(eq(status, "open"), lte(activeAt, now - policy.reminderDays * dayMs)),
			and(eq(status, "closed"), lte(closedAt, now - policy.purgeDays * dayMs)),
		),
	);
}

/**
 * Does what retention asks for of one situation, each act once, whoever else sweeps meanwhile.
 * A situation is counted and marked before it is forgotten: what a crash left between the two is
 * forgotten by the next sweep, and not counted again.
 *
 * @throws Error when its history cannot be told, or the store is at fault; nothing was done then
 */
export function applyRetention(db: Db, moment: Moment, candidate: Candidate): Applied {
	const counted = isCounted(db, candidate);
	if (counted === undefined) return undefined;
	if (counted) return forget(db, moment, candidate);

	const due = recordDueAct(db, moment, candidate);
	if (due !== "purge") return due;
	countOnce(db, candidate);
	return forget(db, moment, candidate);
}

const commandOf = {
	remind: { type: "note-inactivity", stage: "reminder" },
	propose: { type: "note-inactivity", stage: "proposal" },
	arbitrate: { type: "note-inactivity", stage: "arbitration" },
	close: { type: "close-inactive" },
} as const satisfies Record<Exclude<RetentionAct, "purge">, Command>;

/** Decides on what is there at that instant, and records it with its entry in the trail. */
function recordDueAct(
	db: Db,
	moment: Moment,
	{ territoryId, situationPk }: Candidate,
): RetentionAct | undefined {
	const { policy, since } = retentionOf(db, territoryId);
	const time = { now: moment.now, policySince: since, livedDays: livedDaysOf(db) };
	return db.transaction(
		(tx) => {
			let due: RetentionAct | undefined;
			const key = { territoryId, situationPk };
			const recorded = decideAndRecord(db, key, moment, (situation, circumstances) => {
				due = dueRetentionAct(retentionFactsOf(situation), policy, time);
				if (due === undefined || due === "purge") return refuse({ code: "not-inactive" });
				return decide(situation, commandOf[due], circumstances);
			});
			if (due === "purge") return due;
			if (!recorded.recorded) return undefined;
			if (due === "close") {
				recordAudit(tx, moment, { actor: "system", act: "CLOSED_BY_SYSTEM", situationPk });
			}
			return due;
		},
		{ behavior: "immediate" },
	);
}

function forget(db: Db, { now }: Moment, { situationPk }: Candidate): Applied {
	return purgeSituation(db, situationPk, now).verified ? "purge" : "unverified";
}

/** Undefined where another sweep has forgotten it meanwhile. */
function isCounted(db: Db, { situationPk }: Candidate): boolean | undefined {
	const row = db
		.select({ counted: situations.counted })
		.from(situations)
		.where(eq(situations.pk, situationPk))
		.get();
	return row?.counted;
}
