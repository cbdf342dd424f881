import { setImmediate } from "node:timers/promises";
import { type Stuck, settleTimers, stuckTimer } from "#db/incidents.ts";
import { type Sweep, sweepTimers } from "#db/timers.ts";
import { momentOf } from "./casework.server.ts";
import { traceOf } from "./log.server.ts";
import { longWork, type Worker } from "./long-work.server.ts";
import { finishRecalculations, isBehind } from "./recalculations.server.ts";
import type { Services } from "./services.server.ts";
import { sliceMs, within } from "./slices.server.ts";
import { noteWorkDone } from "./stuck-work.server.ts";

const everyMs = 20_000;

/**
 * Has the clocks strike that are due, every twenty seconds, one sweep at a time. It needs no
 * reader: what nobody looks at falls due all the same.
 */
export function timersWorker(services: Services): Worker {
	return longWork(services, { worker: "timers", everyMs }, async (goesOn) => {
		await sweepAll(services, goesOn);
		noteWorkDone(services, "timers");
	});
}

/**
 * Sweeps until nothing is due, and lets requests be served between two batches. A sweep that came
 * to its end is what the alarm of a silent sweeper waits for.
 *
 * @param goesOn asked between two batches: once stopped, the store may be closed
 * @param ticks milliseconds that only ever grow; tests bring their own
 * @throws SqliteError when the store is at fault
 */
export async function sweepAll(
	services: Services,
	goesOn: () => boolean = () => true,
	ticks: () => number = () => performance.now(),
): Promise<void> {
	if (isBehind(services)) {
		await finishRecalculations(services, goesOn);
		if (!goesOn()) return;
	}
	const moment = momentOf(services);
	const stuck: Stuck[] = [];
	let after: Sweep["next"];
	do {
		const sweep = sweepTimers(services.db, moment, { after, goesOn: within(sliceMs, ticks) });
		stuck.push(...noteFailures(services, sweep));
		after = sweep.next;
		await setImmediate();
	} while (after && goesOn());
	if (after) return;
	settleTimers(services.db, stuck, moment.now);
	services.vitals.noteSweep();
}

/**
 * A clock that cannot strike is a fault of ours, or a row to rebuild: it is tried again by each
 * sweep, and somebody has to look.
 */
function noteFailures({ log, incidents }: Services, { refused, faults }: Sweep): Stuck[] {
	if (refused.length === 0 && faults.length === 0) return [];
	const classes = new Set(faults.map(({ error }) => traceOf(error).className));
	log.error({ event: "clocks-failed", refused: refused.length, faults: [...classes] });
	const met = [
		...faults.map((clock) => ({ clock, reason: "clock-failed" }) as const),
		...refused.map((clock) => ({ clock, reason: "clock-refused" }) as const),
	];
	return met.map(({ clock, reason }) => {
		const stuck = stuckTimer(clock.situationPk, clock.clock);
		incidents.open({ ...stuck, reason });
		return stuck;
	});
}
