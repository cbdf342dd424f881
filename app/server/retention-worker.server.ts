import { setImmediate } from "node:timers/promises";
import { cleanTrail } from "#db/clean-trail.ts";
import type { Moment } from "#db/journal.ts";
import { finishToday, lookToday } from "#db/lived-days.ts";
import { type Applied, type Met, sweepRetention } from "#db/retention-sweep.ts";
import { momentOf } from "./casework.server.ts";
import { traceOf } from "./log.server.ts";
import { longWork, type Worker } from "./long-work.server.ts";
import type { Services } from "./services.server.ts";
import { noteWorkDone } from "./stuck-work.server.ts";

const anHourMs = 60 * 60 * 1000;

/**
 * Has retention done once a day: at the first look of each day, when the server starts or within
 * the hour. A day on which something went wrong is looked at again an hour later.
 */
export function retentionWorker(services: Services): Worker {
	const rhythm = { worker: "retention", everyMs: anHourMs, atOnce: true } as const;
	return longWork(services, rhythm, async (goesOn) => {
		await keepRetention(services, goesOn);
		noteWorkDone(services, "retention");
	});
}

/** What was done on a day, and the classes of what went wrong. */
type Tally = Record<Exclude<Applied, undefined> | "trail", number> & { faults: string[] };

/**
 * Does everything that is due today, once, and lets requests be served in between.
 *
 * @param goesOn asked between two situations: once stopped, the store may be closed
 * @throws SqliteError when the store is at fault
 */
export async function keepRetention(
	services: Services,
	goesOn: () => boolean = () => true,
): Promise<void> {
	const { db, log } = services;
	const moment = momentOf(services);
	const { done, missed, ahead } = lookToday(db, moment.now);
	if (missed > 0 || ahead > 0) log.warn({ event: "days-missing", missed, ahead });

	if (done) return;

	const tally = emptyTally();
	if (!(await sweep(services, { moment, tally, goesOn }))) return;
	tally.trail = cleanTrail(db, moment);
	if (tally.faults.length === 0) finishToday(db, moment.now);
	report(services, tally);
}

type Sweeping = { moment: Moment; tally: Tally; goesOn: () => boolean };

/**
 * Lets requests be served after each situation: forgetting one reads two files back.
 *
 * @returns false when it was stopped on the way
 */
async function sweep({ db }: Services, { moment, tally, goesOn }: Sweeping): Promise<boolean> {
	for (const met of sweepRetention(db, moment)) {
		note(tally, met);
		await setImmediate();
		if (!goesOn()) return false;
	}
	return true;
}

function emptyTally(): Tally {
	const done = { remind: 0, propose: 0, arbitrate: 0, close: 0, purge: 0 };
	return { ...done, unverified: 0, trail: 0, faults: [] };
}

function note(tally: Tally, met: Met): void {
	if ("fault" in met) tally.faults.push(traceOf(met.fault).className);
	else if (met.applied) tally[met.applied] += 1;
}

/** An operator hears of it where anything was done, and loudly where something went wrong. */
function report({ log }: Services, { faults, ...counts }: Tally): void {
	if (faults.length === 0 && Object.values(counts).every((count) => count === 0)) return;
	const wrong = faults.length + counts.unverified > 0;
	const classes = [...new Set(faults)].slice(0, 40);
	log[wrong ? "error" : "info"]({ event: "retention-swept", ...counts, faults: classes });
}
