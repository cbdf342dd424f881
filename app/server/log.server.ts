import { pino } from "pino";

/**
 * Everything that may be logged. Closed on purpose: an address, an e-mail, a code or a
 * handle of a situation has no field to land in. A feature that needs a line adds its type here.
 */
export type LogEvent =
	| { event: "started"; port: number; version: string; demonstration: boolean }
	| { event: "demonstration-filled"; situations: number; milliseconds: number }
	| { event: "stopping"; signal: string }
	| { event: "stopped" }
	| { event: "answered"; method: string; status: number; milliseconds: number }
	| { event: "refused"; status: number; reason: string }
	| { event: "signed-in"; way: "password" | "demonstration" }
	| { event: "sign-in-refused"; code: "wrong" | "too-many" }
	| { event: "store-fault"; code: string; route?: string }
	| { event: "bug"; className: string; stack: string[]; route?: string }
	| { event: "auth"; message: string }
	| { event: "worker-failed"; worker: string; className: string }
	| { event: "clocks-failed"; refused: number; faults: string[] }
	| { event: "mail-not-set-up"; template: string };

/** The only way to write a line. */
export type Log = {
	debug(event: LogEvent): void;
	info(event: LogEvent): void;
	warn(event: LogEvent): void;
	error(event: LogEvent): void;
};

/** Writes one JSON line an event to standard output, without host name or process id. */
export function createLog(level: string): Log {
	const logger = pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
	return {
		debug: (event) => logger.debug(event),
		info: (event) => logger.info(event),
		warn: (event) => logger.warn(event),
		error: (event) => logger.error(event),
	};
}

/** A log that forgets; for tests. */
export const noLog: Log = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * What a bug may leave in the log: its class and where it happened in our own files.
 * Never its message, which may quote what somebody typed.
 */
export function traceOf(error: unknown): { className: string; stack: string[] } {
	if (!(error instanceof Error)) return { className: typeof error, stack: [] };
	const lines = (error.stack ?? "").split("\n").slice(1);
	const own = lines.filter((line) => !line.includes("node_modules") && !line.includes("node:"));
	return { className: error.name, stack: own.slice(0, 8).map(shorten) };
}

function shorten(line: string): string {
	return line.trim().replace(/(file:\/\/)?[^\s(]*\/(?=(app|db|protocols|build)\/)/, "");
}
