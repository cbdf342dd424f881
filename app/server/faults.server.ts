import { type Log, traceOf } from "./log.server.ts";

/** What went wrong inside the pages while one request was answered. */
export type Fault = { store: boolean };

const passing = /^SQLITE_(BUSY|FULL|READONLY|IOERR|LOCKED|CANTOPEN|NOTADB|CORRUPT|NOMEM)/;

/** The code of a fault of the store itself; `undefined` for any other error. */
export function storeFaultOf(error: unknown): string | undefined {
	for (let cause = error, depth = 0; cause && depth < 5; depth++) {
		const { code, cause: deeper } = cause as { code?: unknown; cause?: unknown };
		if (typeof code === "string" && passing.test(code)) return code;
		cause = deeper;
	}
}

/**
 * Notes an error that reached `handleError` of the entry. Remix answers any of them with a 500;
 * a store that is busy, full or read-only is told to the process here, which answers 503 instead.
 */
export function noteError(
	error: unknown,
	{ log, fault, route }: { log: Log; fault: Fault; route?: string },
): void {
	const code = storeFaultOf(error);
	if (code) {
		fault.store = true;
		log.error({ event: "store-fault", code, route });
		return;
	}
	// A page that does not exist reaches `handleError` too; it is nobody's bug.
	if (isAnswer(error)) return;
	log.error({ event: "bug", ...traceOf(error), route });
}

function isAnswer(error: unknown): boolean {
	const { status } = (error ?? {}) as { status?: unknown };
	return typeof status === "number" && status < 500;
}
