import { incidentOf } from "./faults.server.ts";
import { traceOf } from "./log.server.ts";
import type { workerNames } from "./log-events.ts";
import type { Services } from "./services.server.ts";

type WorkerName = (typeof workerNames)[number];
type Told = Pick<Services, "log" | "incidents">;

/** Work beside the requests met an error that it did not expect: a line, and an incident. */
export function noteStuckWork({ log, incidents }: Told, worker: WorkerName, error: unknown): void {
	log.error({ event: "worker-failed", worker, className: traceOf(error).className });
	incidents.open(incidentOf(error, { source: "worker", key: worker, reason: "worker-failed" }));
}

/** The same work reached its end: what was stuck is not any more. */
export function noteWorkDone({ incidents }: Told, worker: WorkerName): void {
	incidents.wentThrough({ source: "worker", key: worker });
}
