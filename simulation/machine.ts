import { readEnvironment } from "#app/server/environment.server.ts";
import { noLog } from "#app/server/log.server.ts";
import { testOrigin } from "#app/server/services.for-tests.ts";
import { createServices, type Services } from "#app/server/services.server.ts";
import type { Run } from "./run.ts";

/** The services of a machine that has just started on what the store holds. */
export function servicesOf({
	store,
	clock,
	random,
	postbox,
}: Pick<Run, "store" | "clock" | "random" | "postbox">): Services {
	const read = readEnvironment({ RELAIS_ORIGIN: testOrigin, RELAIS_DEMO: "0" });
	if (!read.ok) throw new Error(read.sentence);
	return createServices(read.environment, {
		...{ db: store.db, clock, random, mail: postbox, log: noLog },
		secret: "a secret that is long enough for a simulation",
		version: "simulated",
	});
}

/** The machine starts again on what is left, and does what every start does. */
export function restart(run: Run): void {
	run.store.start();
	run.services = servicesOf(run);
	run.door?.serve(run.services);
	run.services.witness.begin();
}
