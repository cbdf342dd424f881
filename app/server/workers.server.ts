import { checkpoint } from "#db/client.ts";
import { forgetSendings } from "#db/idempotency.ts";
import { traceOf } from "./log.server.ts";
import type { Services } from "./services.server.ts";
import { timersWorker } from "./timers-worker.server.ts";
import { forgetOldTries } from "./tries.server.ts";

/** Work that goes on beside the requests, in the same process. */
export type Worker = { start(): void; stop(): void };

const anHourMs = 60 * 60 * 1000;

/** The workers of the server, started once it listens and stopped before the store closes. */
export function createWorkers(services: Services): Worker[] {
	return [
		timersWorker(services),
		every(anHourMs, services, "housekeeping", () => {
			forgetOldTries(services);
			forgetSendings(services.db, services.clock.now());
			checkpoint(services.db);
		}),
	];
}

/** A worker that does the same thing at an interval; a failure is noted and tried again next time. */
export function every(
	intervalMs: number,
	{ log }: Services,
	worker: string,
	act: () => void,
): Worker {
	let timer: NodeJS.Timeout | undefined;
	const attempt = () => {
		try {
			act();
		} catch (error) {
			log.error({ event: "worker-failed", worker, className: traceOf(error).className });
		}
	};
	return {
		start() {
			timer = setInterval(attempt, intervalMs);
		},
		stop() {
			clearInterval(timer);
		},
	};
}
