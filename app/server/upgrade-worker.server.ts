import { setImmediate } from "node:timers/promises";
import type { Upgrade } from "#db/upgrade.ts";
import type { Services } from "./services.server.ts";
import { sliceMs, within } from "./slices.server.ts";
import { noteStuckWork, noteWorkDone } from "./stuck-work.server.ts";

const tryAgainMs = 60_000;

/**
 * Goes through what is over after an upgrade, beside the requests: the rows of a past of ten years
 * take minutes, and nobody waits for them. Where the store is at fault it is tried again.
 */
export function upgradeWorker(
	services: Services,
	upgrade: Upgrade,
): { start(): void; stop(): void } {
	let timer: NodeJS.Timeout | undefined;
	let going = false;

	async function attempt(): Promise<void> {
		if (going) return;
		going = true;
		try {
			await finishUpgrade(services, upgrade, () => timer !== undefined);
			clearInterval(timer);
		} catch (error) {
			noteStuckWork(services, "upgrade", error);
		} finally {
			going = false;
		}
	}

	return {
		start() {
			timer = setInterval(attempt, tryAgainMs);
			timer.unref();
			void attempt();
		},
		stop() {
			clearInterval(timer);
			timer = undefined;
		},
	};
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
