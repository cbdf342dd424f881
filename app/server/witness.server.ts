import { makeDailyCheckpoint } from "#db/checkpoints.ts";
import type { Db } from "#db/client.ts";
import { isLarge } from "#db/connection.ts";
import { type Integrity, integrityOf, isWhole, keylessSituations } from "#db/integrity.ts";
import { finishPurges } from "#db/purge.ts";
import type { IncidentDesk } from "./incident-desk.server.ts";
import type { Log } from "./log.server.ts";
import { lookBeside } from "./look-beside.server.ts";
import { noteStuckWork } from "./stuck-work.server.ts";

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
	incidents,
	largeBytes,
}: {
	db: Db;
	clock: { now(): number };
	log: Log;
	incidents: IncidentDesk;
	/** From which size on it is read beside the requests; tests bring their own. */
	largeBytes?: number;
}): Witness {
	const attempt = (act: () => void) => attemptWith({ log, incidents }, act);
	const witness: Witness = {
		found: undefined,
		begin() {
			attempt(() => tellPurges(finishPurges(db, clock.now()), log));
			attempt(() => look());
			attempt(() => makeDailyCheckpoint(db, clock.now()));
		},
		keepUp() {
			attempt(() => tellPurges(finishPurges(db, clock.now()), log));
			if (makeDailyCheckpoint(db, clock.now())) look();
		},
	};
	function look(): void {
		if (isLarge(db.$client, largeBytes)) void lookLong();
		else note(integrityOf(db, clock.now()));
	}
	async function lookLong(): Promise<void> {
		try {
			const { chains, damage } = await lookBeside(db, clock.now());
			if (damage !== undefined) incidents.open({ ...file, reason: "store-unreadable" });
			note({ ...chains, unreadable: keylessSituations(db) });
		} catch (error) {
			noteStuckWork({ log, incidents }, "witness", error);
		}
	}
	function note(found: Integrity): void {
		witness.found = found;
		tell(found, log);
		if (isWhole(found)) incidents.wentThrough(history);
		else incidents.open({ ...history, reason: "history-altered" });
	}
	return witness;
}

const history = { source: "store", key: "history" } as const;
const file = { source: "store", key: "file" } as const;

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
function attemptWith(told: { log: Log; incidents: IncidentDesk }, act: () => void): void {
	try {
		act();
	} catch (error) {
		noteStuckWork(told, "witness", error);
	}
}
