import { setImmediate } from "node:timers/promises";
import { type Sweep, sweepTimers } from "#db/timers.ts";
import { momentOf } from "./casework.server.ts";
import { traceOf } from "./log.server.ts";
import type { Services } from "./services.server.ts";

const everyMs = 20_000;

/** Most clocks between two looks at what requests wait for. */
const batch = 50;

/**
 * Has the clocks strike that are due, every twenty seconds, one sweep at a time. It needs no
 * reader: what nobody looks at falls due all the same.
 */
export function timersWorker(services: Services): { start(): void; stop(): void } {
	let timer: NodeJS.Timeout | undefined;
	let sweeping = false;

	async function attempt(): Promise<void> {
		if (sweeping) return;
		sweeping = true;
		try {
			await sweepAll(services, () => timer !== undefined);
		} catch (error) {
			const { className } = traceOf(error);
			services.log.error({ event: "worker-failed", worker: "timers", className });
		} finally {
			sweeping = false;
		}
	}

	return {
		start() {
			timer = setInterval(attempt, everyMs);
			timer.unref();
		},
		stop() {
			clearInterval(timer);
			timer = undefined;
		},
	};
}

/**
 * Sweeps until nothing is due, and lets requests be served between two batches.
 *
 * @param goesOn asked between two batches: once stopped, the store may be closed
 * @throws SqliteError when the store is at fault
 */
export async function sweepAll(
	services: Services,
	goesOn: () => boolean = () => true,
): Promise<void> {
	const moment = momentOf(services);
	let after: Sweep["next"];
	do {
		const sweep = sweepTimers(services.db, moment, { limit: batch, after });
		noteFailures(services, sweep);
		after = sweep.next;
		await setImmediate();
	} while (after && goesOn());
}

/** A clock that cannot strike is a fault of ours, or a row to rebuild: an operator must hear of it. */
function noteFailures({ log }: Services, { refused, faults }: Sweep): void {
	if (refused === 0 && faults.length === 0) return;
	const classes = new Set(faults.map((fault) => traceOf(fault).className));
	log.error({ event: "clocks-failed", refused, faults: [...classes] });
}
