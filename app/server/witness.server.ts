import { makeDailyCheckpoint } from "#db/checkpoints.ts";
import type { Db } from "#db/client.ts";
import { type Integrity, integrityOf, isWhole } from "#db/integrity.ts";
import { finishPurges } from "#db/purge.ts";
import { type Log, traceOf } from "./log.server.ts";

/** Looks after what nobody may change unseen; `/health` shows what it last found. */
export type Witness = {
	/** Undefined until the first look. */
	found: Integrity | undefined;
	/** At start: completes what a crash cut off, then looks and makes the checkpoint of the day. */
	begin(): void;
	/** Each hour: the same, the look and the checkpoint once a day. */
	keepUp(): void;
};

/**
 * A history that was altered does not stop the server: somebody may be waiting to be found through
 * it. It is said in every log and at `/health`, each day, until somebody looked into it.
 */
export function createWitness({
	db,
	clock,
	log,
}: {
	db: Db;
	clock: { now(): number };
	log: Log;
}): Witness {
	const witness: Witness = {
		found: undefined,
		begin() {
			attempt(log, () => tellPurges(finishPurges(db, clock.now()), log));
			attempt(log, () => look());
			attempt(log, () => makeDailyCheckpoint(db, clock.now()));
		},
		keepUp() {
			attempt(log, () => tellPurges(finishPurges(db, clock.now()), log));
			if (makeDailyCheckpoint(db, clock.now())) look();
		},
	};
	function look(): void {
		witness.found = integrityOf(db, clock.now());
		tell(witness.found, log);
	}
	return witness;
}

function tell(found: Integrity, log: Log): void {
	if (isWhole(found)) {
		log.info({ event: "history-whole" });
		return;
	}
	const { brokenAt, disagreeing, unreadable } = found;
	log.error({
		event: "history-altered",
		journalBrokenAt: brokenAt.journal,
		auditBrokenAt: brokenAt.audit,
		disagreeing,
		unreadable,
	});
}

function tellPurges(purges: readonly { verified: boolean }[], log: Log): void {
	if (purges.length === 0) return;
	const unverified = purges.filter(({ verified }) => !verified).length;
	log.warn({ event: "purges-completed", situations: purges.length, unverified });
}

/** What fails is noted and tried again the next day: it must not keep anybody from their work. */
function attempt(log: Log, act: () => void): void {
	try {
		act();
	} catch (error) {
		const { className } = traceOf(error);
		log.error({ event: "worker-failed", worker: "witness", className });
	}
}
