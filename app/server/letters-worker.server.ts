import { sendLetters } from "./letters.server.ts";
import type { Services } from "./services.server.ts";
import { noteStuckWork, noteWorkDone } from "./stuck-work.server.ts";

const everyMs = 20_000;

/** Sends the letters that are due, every twenty seconds, one round at a time. */
export function lettersWorker(services: Services): { start(): void; stop(): void } {
	let timer: NodeJS.Timeout | undefined;
	let sending = false;

	async function attempt(): Promise<void> {
		if (sending) return;
		sending = true;
		try {
			await sendLetters(services, () => timer !== undefined);
			noteWorkDone(services, "letters");
		} catch (error) {
			noteStuckWork(services, "letters", error);
		} finally {
			sending = false;
		}
	}

	return {
		start() {
			timer = setInterval(attempt, everyMs);
			timer.unref();
		},
		stop() {
			clearInterval(timer);
			timer = undefined;
		},
	};
}
