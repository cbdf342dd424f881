import { CannotStart } from "#db/cannot-start.ts";
import { holdsRealOnes } from "#db/made-up.ts";
import { isUninhabited, seedDemonstration } from "#db/seed/demonstration.ts";
import type { Services } from "./services.server.ts";

/**
 * Keeps what is made up, and open to everybody, away from what is real.
 *
 * @throws CannotStart when both would be in one store
 */
export function keepApart({ environment, db }: Pick<Services, "environment" | "db">): void {
	if (!environment.demonstration || !holdsRealOnes(db)) return;
	throw new CannotStart(
		"This store holds a real territory or account, and the demonstration would open beside it: set RELAIS_DEMO=0, or give the demonstration a DATA_DIR of its own.",
	);
}

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
