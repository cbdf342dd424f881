import { type Log, traceOf } from "./log.server.ts";

/**
 * Sees to it that nothing is written beside the log. A library that speaks on the console may quote
 * what somebody typed: that it spoke is noted, not what it said. An error that nobody caught ends
 * the process, as it would anyway, and leaves its class and place instead of its message.
 *
 * @returns what puts everything back, for tests
 */
export function guardLastWords(log: Log, end = (): void => process.exit(1)): () => void {
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
		end();
	};
	process.on("uncaughtException", lastWord);
	return () => {
		Object.assign(console, { debug, log: say, info, warn, error });
		process.off("uncaughtException", lastWord);
	};
}
