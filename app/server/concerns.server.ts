import { type Concern, concerns } from "#app/features/operator/concerns.ts";
import type { Figures } from "./figures.server.ts";

const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;
const leastFree = 500_000_000;

/** The answer of a page waits at most this long behind other work. */
const slowMs = 100;

/** What an operator should do something about. */
export function concernsOf(figures: Figures, now: number): Concern[] {
	const { store } = figures;
	const older = (at: number | undefined, ms: number) => at !== undefined && now - at > ms;
	const holds: Record<Concern, boolean> = {
		store: store === undefined,
		silent: figures.silent,
		overdue: (store?.overdueTimers ?? 0) > 0,
		clock: figures.skewMs > 0,
		disk: figures.bytes.free !== undefined && isShort(figures.bytes, figures.bytes.free),
		incidents: (store?.incidents.length ?? 0) + figures.incidentsWaiting > 0,
		outbox: older(store?.oldestDueAt, hourMs),
		backup: figures.backups && !isWithin(figures.lastBackupAt, dayMs, now),
		checkpoint: store !== undefined && !isWithin(store.lastCheckpointAt, 2 * dayMs, now),
		slow: figures.loopDelay.p99 > slowMs,
	};
	return concerns.filter((concern) => holds[concern]);
}

/** Forgetting and backing up each write the store a second time. */
function isShort({ store }: Figures["bytes"], free: number): boolean {
	return free < Math.max(leastFree, 2 * store);
}

function isWithin(at: number | undefined, ms: number, now: number): boolean {
	return at !== undefined && now - at <= ms;
}
