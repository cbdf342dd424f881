import type { Server } from "node:http";
import { emptyLog } from "#db/connection.ts";
import { keysOf } from "#db/keys/keys-of.ts";
import { closeStores } from "#db/stores.ts";
import type { Worker } from "./long-work.server.ts";
import type { Running } from "./process.server.ts";
import type { Services } from "./services.server.ts";

const stopWithinMs = 10_000;

/** A terminal tells both npm and us: what comes as soon as this is the same wish, said twice. */
const echoMs = 1_000;

/** What a server that runs is made of. */
type Parts = {
	services: Pick<Services, "db" | "log" | "vitals">;
	server: Server;
	workers: Worker[];
	closePages(): Promise<void>;
};

/**
 * Takes no new request, ends the work beside the requests, lets what was begun end, then writes
 * everything into the files and closes them.
 *
 * @param withinMs how long what was begun may take; afterwards its connection is closed
 */
export async function stopServer(
	{ services, server, workers, closePages }: Parts,
	withinMs = stopWithinMs,
): Promise<void> {
	for (const worker of workers) worker.stop();
	const closed = new Promise((resolve) => server.close(resolve));
	server.closeIdleConnections();
	const limit = setTimeout(() => server.closeAllConnections(), withinMs);
	await closed;
	clearTimeout(limit);
	await closePages();
	services.vitals.stop();
	for (const client of [services.db.$client, keysOf(services.db).client]) emptyLog(client);
	closeStores(services.db);
	services.log.info({ event: "stopped" });
}

/** What tells a process to stop, and how it ends; tests bring their own. */
type Ending = {
	signals: { on(signal: "SIGTERM" | "SIGINT", listen: () => void): unknown };
	ticks(): number;
	exit(code: number): void;
};

const ownEnding: Ending = {
	signals: process,
	ticks: () => performance.now(),
	exit: (code) => process.exit(code),
};

/**
 * Stops on SIGTERM and SIGINT. Whoever asks a second time does not want to wait: the process ends
 * at once. Nothing that was answered is lost by it: each commit was on the disk before.
 */
export function stopOnSignal(
	{ log }: Pick<Services, "log">,
	running: Pick<Running, "stop">,
	{ signals, ticks, exit }: Ending = ownEnding,
): void {
	let askedAt: number | undefined;
	for (const signal of ["SIGTERM", "SIGINT"] as const) {
		signals.on(signal, () => {
			if (askedAt !== undefined) {
				if (ticks() - askedAt > echoMs) exit(1);
				return;
			}
			askedAt = ticks();
			log.info({ event: "stopping", signal });
			void running.stop().then(
				() => exit(0),
				() => exit(1),
			);
		});
	}
}
