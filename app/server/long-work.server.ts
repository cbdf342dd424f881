import type { workerNames } from "./log-events.ts";
import type { Services } from "./services.server.ts";
import { noteStuckWork } from "./stuck-work.server.ts";

/** Work that goes on beside the requests, in the same process. */
export type Worker = { start(): void; stop(): void };

type Rhythm = {
	worker: (typeof workerNames)[number];
	everyMs: number;
	/** Whether the first round begins with the server; otherwise it waits for its time. */
	atOnce?: boolean;
};

/**
 * Work that takes longer than one turn of the event loop, one round at a time: a round that is
 * still going when the next one is due is left to end. A failure is noted and tried again.
 *
 * @param round is told whether to go on: once stopped, the store may be closed
 */
export function longWork(
	services: Services,
	{ worker, everyMs, atOnce = false }: Rhythm,
	round: (goesOn: () => boolean) => Promise<void>,
): Worker {
	let timer: NodeJS.Timeout | undefined;
	let isGoing = false;

	async function attempt(): Promise<void> {
		if (isGoing) return;
		isGoing = true;
		try {
			await round(() => timer !== undefined);
		} catch (error) {
			noteStuckWork(services, worker, error);
		} finally {
			isGoing = false;
		}
	}

	return {
		start() {
			timer = setInterval(attempt, everyMs);
			timer.unref();
			if (atOnce) void attempt();
		},
		stop() {
			clearInterval(timer);
			timer = undefined;
		},
	};
}
