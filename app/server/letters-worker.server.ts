import { sendLetters } from "./letters.server.ts";
import { longWork, type Worker } from "./long-work.server.ts";
import type { Services } from "./services.server.ts";
import { noteWorkDone } from "./stuck-work.server.ts";

const everyMs = 20_000;

/** Sends the letters that are due, every twenty seconds, one round at a time. */
export function lettersWorker(services: Services): Worker {
	return longWork(services, { worker: "letters", everyMs }, async (goesOn) => {
		await sendLetters(services, goesOn);
		noteWorkDone(services, "letters");
	});
}
