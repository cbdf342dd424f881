import { emptyLog } from "#db/connection.ts";
import { forgetSendings } from "#db/idempotency.ts";
import { forgetIncidents } from "#db/incidents.ts";
import { forgetLetters } from "#db/letter-upkeep.ts";
import { forgetPairings } from "#db/pairings.ts";
import { forgetPlays } from "#db/plays.ts";
import { forgetRecalls } from "#db/recalls.ts";
import { forgetRecoveries } from "#db/recoveries.ts";
import { backupWorker } from "./backup-worker.server.ts";
import { forgetOldChallenges } from "./challenges.server.ts";
import { deadMan } from "./dead-man.server.ts";
import { sweepAccounts } from "./dormant-accounts.server.ts";
import { takeMinute } from "./figures.server.ts";
import { lettersWorker } from "./letters-worker.server.ts";
import { forgetOldSessions } from "./live-sessions.server.ts";
import type { workerNames } from "./log-events.ts";
import type { Worker } from "./long-work.server.ts";
import { publicTextsWorker } from "./public-texts.server.ts";
import { retentionWorker } from "./retention-worker.server.ts";
import type { Services } from "./services.server.ts";
import { noteStuckWork, noteWorkDone } from "./stuck-work.server.ts";
import { timersWorker } from "./timers-worker.server.ts";
import { forgetOldTries } from "./tries.server.ts";

type WorkerName = (typeof workerNames)[number];

const aMinuteMs = 60_000;
const anHourMs = 60 * aMinuteMs;

/** The workers of the server, started once it listens and stopped before the store closes. */
export function createWorkers(services: Services): Worker[] {
	return [
		timersWorker(services),
		retentionWorker(services),
		publicTextsWorker(services),
		backupWorker(services),
		lettersWorker(services),
		deadMan(services),
		clockWorker(services),
		every(aMinuteMs, services, "figures", () => takeMinute(services)),
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
			forgetIncidents(services.db, services.clock.now());
			forgetLetters(services.db, services.clock.now());
			emptyLog(services.db.$client);
		}),
	];
}

/** Looks at the clock as soon as the server listens: before that, nothing has counted by it. */
function clockWorker(services: Services): Worker {
	const look = every(aMinuteMs, services, "clock", () => services.clockWatch.look());
	return {
		start() {
			services.clockWatch.look();
			look.start();
		},
		stop: () => look.stop(),
	};
}

/** A worker that does the same thing at an interval; a failure is noted and tried again next time. */
export function every(
	intervalMs: number,
	services: Services,
	worker: WorkerName,
	act: () => void,
): Worker {
	let timer: NodeJS.Timeout | undefined;
	const attempt = () => {
		try {
			act();
			noteWorkDone(services, worker);
		} catch (error) {
			noteStuckWork(services, worker, error);
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
