import type { IncidentReason } from "#db/incidents.ts";
import type { IncidentDesk, Opened } from "./incident-desk.server.ts";
import { type Log, traceOf } from "./log.server.ts";
import { routeClassOf } from "./route-classes.ts";
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

const reasons: [pattern: RegExp, reason: IncidentReason][] = [
	[/^SQLITE_(BUSY|LOCKED)/, "store-busy"],
	[/^SQLITE_FULL/, "store-full"],
	[/^SQLITE_READONLY/, "store-read-only"],
];

/** What an error is an incident about: the store where it is the store's, else the given work. */
export function incidentOf(error: unknown, otherwise: Opened): Opened {
	const code = storeFaultOf(error);
	if (code === undefined) return otherwise;
	const reason = reasons.find(([pattern]) => pattern.test(code))?.[1] ?? "store-unreadable";
	return { source: "store", key: reason, reason };
}

/**
 * Notes an error that reached `handleError` of the entry. Remix answers any of them with a 500;
 * a store that is busy, full or read-only is told to the process here, which answers 503 instead.
 * Either of them opens an incident.
 *
 * @param url the address that was asked for: only the name of its route is kept
 */
export function noteError(
	error: unknown,
	{ log, incidents, fault, url }: { log: Log; incidents: IncidentDesk; fault: Fault; url?: string },
): void {
	const route = url === undefined ? undefined : fault.routeOf?.(new URL(url).pathname);
	const code = storeFaultOf(error);
	if (code) {
		fault.store = true;
		log.error({ event: "store-fault", code, route });
		incidents.open(incidentOf(error, requestFailed(error, route)));
		return;
	}
	// A page that does not exist reaches `handleError` too; it is nobody's bug.
	if (isAnswer(error)) return;
	log.error({ event: "bug", ...traceOf(error), route });
	incidents.open(requestFailed(error, route));
}

/** One incident for each kind of error in each part of the application. */
function requestFailed(error: unknown, route: string | undefined) {
	const key = `request:${routeClassOf(route)}:${traceOf(error).className}`;
	return { source: "bug", key, reason: "request-failed" } as const;
}

function isAnswer(error: unknown): boolean {
	const { status } = (error ?? {}) as { status?: unknown };
	return typeof status === "number" && status < 500;
}
