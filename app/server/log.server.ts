import { type Logger, pino } from "pino";
import { classForm, type LogEvent, logEvent, ownPlace, withheld } from "./log-events.ts";

export type { LogEvent } from "./log-events.ts";

/** The only way to write a line. */
export type Log = {
	debug(event: LogEvent): void;
	info(event: LogEvent): void;
	warn(event: LogEvent): void;
	error(event: LogEvent): void;
};

type Level = keyof Log;

/**
 * Writes one JSON line an event to standard output, without host name or process id. Types are
 * checked when the program is; here the value is checked too, and a line that does not fit is
 * withheld.
 *
 * @param destination where the lines go in tests
 */
export function createLog(level: string, destination?: { write(line: string): void }): Log {
	const options = { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime };
	const logger = destination ? pino(options, destination) : pino(options);
	const writer = (at: Level) => (event: LogEvent) => write(logger, at, event);
	return {
		debug: writer("debug"),
		info: writer("info"),
		warn: writer("warn"),
		error: writer("error"),
	};
}

function write(logger: Logger, level: Level, event: LogEvent): void {
	if (!logger.isLevelEnabled(level)) return;
	const read = logEvent.safeParse(event);
	logger[level](read.success ? read.data : withheld(event));
}

/** A log that forgets; for tests. */
export const noLog: Log = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * What a bug may leave in the log: its class and where it happened in our own files.
 * Never its message, which may quote what somebody typed, on several lines.
 */
export function traceOf(error: unknown): { className: string; stack: string[] } {
	if (!(error instanceof Error)) return { className: typeof error, stack: [] };
	const className = classForm.test(error.name) ? error.name : "Error";
	return { className, stack: placesOf(error).slice(0, 8) };
}

/** The message comes first in a stack, however many lines it has: what follows it is read only. */
function placesOf({ message, stack = "" }: Error): string[] {
	const after = stack.indexOf(message) + message.length;
	const lines = stack.slice(after).split("\n").slice(1);
	const own = lines.filter((line) => !line.includes("node_modules") && !line.includes("node:"));
	return own.map(shorten).filter((line) => ownPlace.test(line));
}

function shorten(line: string): string {
	return line
		.trim()
		.replace(/^at (async |new )?/, "at ")
		.replace(/(file:\/\/)?[^\s(]*\/(?=(app|db|protocols|build)\/)/, "");
}
