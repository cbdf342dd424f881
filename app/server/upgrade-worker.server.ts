import { setImmediate } from "node:timers/promises";
import type { Upgrade } from "#db/upgrade.ts";
import { longWork, type Worker } from "./long-work.server.ts";
import type { Services } from "./services.server.ts";
import { sliceMs, within } from "./slices.server.ts";
import { noteWorkDone } from "./stuck-work.server.ts";

const tryAgainMs = 60_000;

/**
 * Goes through what is over after an upgrade, beside the requests: the rows of a past of ten years
 * take minutes, and nobody waits for them. Where the store is at fault it is tried again.
 */
export function upgradeWorker(services: Services, upgrade: Upgrade): Worker {
	const rhythm = { worker: "upgrade", everyMs: tryAgainMs, atOnce: true } as const;
	const work = longWork(services, rhythm, async (goesOn) => {
		await finishUpgrade(services, upgrade, goesOn);
		work.stop();
	});
	return work;
}

/**
 * Writes rows until none is left, and lets requests be served between two portions.
 *
 * @param goesOn asked between two portions: once stopped, the store may be closed
 * @throws SqliteError when the store is at fault
 */
export async function finishUpgrade(
	services: Services,
	upgrade: Upgrade,
	goesOn: () => boolean = () => true,
): Promise<void> {
	while (upgrade.goOn(within(sliceMs))) {
		await setImmediate();
		if (!goesOn()) return;
	}
	const { rewritten, untold } = upgrade.done;
	services.log.info({ event: "rows-rewritten", rewritten, untold });
	if (untold > 0) {
		services.incidents.open({ source: "store", key: "upgrade", reason: "store-unreadable" });
	}
	noteWorkDone(services, "upgrade");
}
