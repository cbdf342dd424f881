import { emptyLog } from "#db/connection.ts";
import { forgetSendings } from "#db/idempotency.ts";
import { forgetPairings } from "#db/pairings.ts";
import { forgetPlays } from "#db/plays.ts";
import { forgetRecalls } from "#db/recalls.ts";
import { forgetRecoveries } from "#db/recoveries.ts";
import { backupWorker } from "./backup-worker.server.ts";
import { forgetOldChallenges } from "./challenges.server.ts";
import { sweepAccounts } from "./dormant-accounts.server.ts";
import { forgetOldSessions } from "./live-sessions.server.ts";
import { traceOf } from "./log.server.ts";
import type { workerNames } from "./log-events.ts";
import { publicTextsWorker } from "./public-texts.server.ts";
import { retentionWorker } from "./retention-worker.server.ts";
import type { Services } from "./services.server.ts";
import { timersWorker } from "./timers-worker.server.ts";
import { forgetOldTries } from "./tries.server.ts";

/** Work that goes on beside the requests, in the same process. */
export type Worker = { start(): void; stop(): void };

type WorkerName = (typeof workerNames)[number];

const anHourMs = 60 * 60 * 1000;

/** The workers of the server, started once it listens and stopped before the store closes. */
export function createWorkers(services: Services): Worker[] {
	return [
		timersWorker(services),
		retentionWorker(services),
		publicTextsWorker(services),
		backupWorker(services),
		every(anHourMs, services, "dormant-accounts", () => sweepAccounts(services)),
		every(anHourMs, services, "witness", () => services.witness.keepUp()),
		every(anHourMs, services, "housekeeping", () => {
			forgetOldTries(services);
			forgetOldSessions(services);
			forgetOldChallenges(services);
			forgetRecoveries(services.db, services.clock.now());
			forgetSendings(services.db, services.clock.now());
			forgetRecalls(services.db, services.clock.now());
			forgetPairings(services.db, services.clock.now());
			forgetPlays(services.db, services.clock.now());
			emptyLog(services.db.$client);
		}),
	];
}

/** A worker that does the same thing at an interval; a failure is noted and tried again next time. */
export function every(
	intervalMs: number,
	{ log }: Services,
	worker: WorkerName,
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
