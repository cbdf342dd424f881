import { type Log, traceOf } from "./log.server.ts";
import type { RouteOf } from "./route-names.server.ts";

/** What went wrong inside the pages while one request was answered, and what the log calls them. */
export type Fault = { store: boolean; routeOf?: RouteOf };

const passing =
	/^(SQLITE_(BUSY|FULL|READONLY|IOERR|LOCKED|CANTOPEN|NOTADB|CORRUPT|NOMEM)|READING_NOT_KEPT$|KEYS_[A-Z_]+$)/;

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
 *
 * @param url the address that was asked for: only the name of its route is kept
 */
export function noteError(
	error: unknown,
	{ log, fault, url }: { log: Log; fault: Fault; url?: string },
): void {
	const route = url === undefined ? undefined : fault.routeOf?.(new URL(url).pathname);
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
