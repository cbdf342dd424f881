import { monitorEventLoopDelay } from "node:perf_hooks";
import { type RouteClass, routeClassOf } from "./route-classes.ts";

const resolutionMs = 20;
const minuteMs = 60_000;

/** Minutes of which the head of the journal is remembered: as many as an hour has. */
const rememberedMinutes = 60;

/** Waiting longer than this for a completed sweep is a silence. */
export const silenceMs = 10 * minuteMs;

/** How an answer ended, as its first figure says it. */
export const statusClasses = ["2xx", "3xx", "4xx", "5xx"] as const;
export type StatusClass = (typeof statusClasses)[number];

/** How long the event loop was late in the last full minute, in milliseconds. */
export type LoopDelay = { p50: number; p99: number };

/**
 * What the process knows of itself, in memory alone: it can be asked when the store cannot. Counts
 * by class; nothing of whom an answer was about ever comes here.
 */
export type Vitals = {
	/** How long the process has lived. */
	uptimeMs(): number;
	noteAnswer(route: string | undefined, status: number): void;
	/** A sweep of the clocks reached its end. */
	noteSweep(): void;
	/** Since the last completed sweep, or since the start. */
	silentMs(): number;
	/** Once a minute: takes the figures of the minute that is over. */
	noteMinute(journalEntries: number | undefined): void;
	answered(): { route: RouteClass; status: StatusClass; count: number }[];
	loopDelay(): LoopDelay;
	/** Entries of the journal in the last hour, or since the start when that is less. */
	journalLastHour(): number;
	stop(): void;
};

/** Whether clocks may be due that nobody sees. */
export function isSilent(vitals: Pick<Vitals, "silentMs">): boolean {
	return vitals.silentMs() > silenceMs;
}

/**
 * @param ticks milliseconds that only ever grow, so that a wrong clock neither hides a silence nor
 *   makes one; tests bring their own
 */
export function createVitals(ticks: () => number = () => performance.now()): Vitals {
	const began = ticks();
	let sweptAt = began;
	let heads: number[] = [];
	let delay: LoopDelay = { p50: 0, p99: 0 };
	const answered = new Map<string, number>();
	const histogram = monitorEventLoopDelay({ resolution: resolutionMs });
	histogram.enable();

	return {
		uptimeMs: () => ticks() - began,
		noteAnswer(route, status) {
			const name = `${routeClassOf(route)} ${Math.floor(status / 100)}xx`;
			answered.set(name, (answered.get(name) ?? 0) + 1);
		},
		noteSweep() {
			sweptAt = ticks();
		},
		silentMs: () => ticks() - sweptAt,
		noteMinute(journalEntries) {
			if (histogram.count > 0) {
				delay = { p50: late(histogram.percentile(50)), p99: late(histogram.percentile(99)) };
			}
			histogram.reset();
			if (journalEntries !== undefined) {
				heads = [...heads, journalEntries].slice(-rememberedMinutes - 1);
			}
		},
		answered: () => [...answered].map(([name, count]) => ({ ...classesIn(name), count })),
		loopDelay: () => delay,
		journalLastHour: () => (heads.at(-1) ?? 0) - (heads[0] ?? 0),
		stop: () => void histogram.disable(),
	};
}

/** The histogram measures from one look to the next; what a look was planned to wait is no delay. */
function late(nanoseconds: number): number {
	return Math.max(0, Math.round((nanoseconds / 1e6 - resolutionMs) * 10) / 10);
}

function classesIn(name: string): { route: RouteClass; status: StatusClass } {
	const [route, status] = name.split(" ") as [RouteClass, StatusClass];
	return { route, status };
}
