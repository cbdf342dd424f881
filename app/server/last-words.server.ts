import type { IncidentDesk } from "./incident-desk.server.ts";
import { type Log, traceOf } from "./log.server.ts";

/**
 * Sees to it that nothing is written beside the log. A library that speaks on the console may quote
 * what somebody typed: that it spoke is noted, not what it said. An error that nobody caught ends
 * the process, as it would anyway, and leaves its class and place instead of its message, and an
 * incident.
 *
 * @returns what puts everything back, for tests
 */
export function guardLastWords(
	{ log, incidents }: { log: Log; incidents: IncidentDesk },
	end = (): void => process.exit(1),
): () => void {
	const { debug, log: say, info, warn, error } = console;
	const silent = (level: "info" | "warn" | "error") => () =>
		log[level]({ event: "library-spoke", level });
	Object.assign(console, {
		debug: silent("info"),
		log: silent("info"),
		info: silent("info"),
		warn: silent("warn"),
		error: silent("error"),
	});

	const lastWord = (thrown: unknown) => {
		log.error({ event: "bug", ...traceOf(thrown) });
		incidents.open({ source: "bug", key: "process", reason: "process-ended" });
		end();
	};
	process.on("uncaughtException", lastWord);
	return () => {
		Object.assign(console, { debug, log: say, info, warn, error });
		process.off("uncaughtException", lastWord);
	};
}
