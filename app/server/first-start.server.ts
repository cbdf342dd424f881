import { isUninhabited, seedDemonstration } from "#db/seed/demonstration.ts";
import type { Services } from "./services.server.ts";

/** Fills an empty store with the made-up territory, where the demonstration is switched on. */
export function fillWhenEmpty({ environment, db, clock, log }: Services): void {
	if (!environment.demonstration || !isUninhabited(db)) return;
	process.stdout.write(
		"Making the demonstration territory (a few seconds, the first time only).\n",
	);
	const began = performance.now();
	const { situations } = seedDemonstration(db, { now: clock.now() });
	const milliseconds = Math.round(performance.now() - began);
	log.info({ event: "demonstration-filled", situations, milliseconds });
}
