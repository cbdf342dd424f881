import type { Db } from "#db/client.ts";
import { openIncidentAbout } from "#db/incidents.ts";
import { newestInstant } from "#db/newest-instant.ts";
import type { IncidentDesk } from "./incident-desk.server.ts";
import type { Log } from "./log.server.ts";

/** A clock that is this far from where it should be raises an alarm. */
export const toleratedMs = 5 * 60_000;

/** Which way the clock of the server is wrong, and by how much. */
export type Skew = { way: "ahead" | "behind"; ms: number };

/**
 * Watches the clock of the server. Nothing that was recorded is undone by a wrong clock, and no
 * event is placed before another; but delays are counted by it, so that somebody has to know.
 */
export type ClockWatch = {
	/** Looks once: at the start, then each minute. */
	look(): void;
	/** What the latest look found. */
	skew(): Skew | undefined;
};

type Given = {
	db: Db;
	clock: { now(): number };
	log: Log;
	incidents: Pick<IncidentDesk, "open" | "wentThrough">;
};

/** The clock, as an incident is about it. */
export const stuckClock = { source: "clock-skew", key: "clock" } as const;

/**
 * @param ticks milliseconds that only ever grow, whatever is done to the clock; tests bring their own
 */
export function createClockWatch(
	{ db, clock, log, incidents }: Given,
	ticks: () => number = () => performance.now(),
): ClockWatch {
	let began: { clock: number; ticks: number } | undefined;
	/** What the store had seen, where the server started before it. */
	let seenUntil: number | undefined;
	let found: Skew | undefined;
	/** The number of the incident about it, once the store took it. */
	let incident: number | undefined;

	function look(): void {
		const isAnew = wasSaidRight();
		const before = isAnew ? undefined : found;
		if (isAnew || began === undefined || wasSetRight(began)) began = begin();
		found = leapt(began) ?? behind();
		tell(before);
		incident = found && openIncidentAbout(db, stuckClock);
	}

	function tell(before: Skew | undefined): void {
		if (found && found.way !== before?.way) raise(found);
		if (before && !found) incidents.wentThrough(stuckClock);
	}

	/** It began behind what the store had seen, and was set past that: that was the mistake. */
	function wasSetRight(start: { clock: number; ticks: number }): boolean {
		const isForward = leapt(start)?.way === "ahead";
		return isForward && seenUntil !== undefined && clock.now() >= seenUntil;
	}

	/**
	 * Somebody ended the incident: they looked at the clock, and it is right. Which one of two is
	 * wrong, that before a leap or that after it, no machine can tell by itself.
	 */
	function wasSaidRight(): boolean {
		return incident !== undefined && openIncidentAbout(db, stuckClock) !== incident;
	}

	function begin() {
		const now = clock.now();
		const newest = newestInstant(db) ?? now;
		seenUntil = newest > now ? newest : undefined;
		return { clock: now, ticks: ticks() };
	}

	/** The clock has moved otherwise than time did: somebody, or something, has set it. */
	function leapt(start: { clock: number; ticks: number }): Skew | undefined {
		const drift = clock.now() - start.clock - (ticks() - start.ticks);
		if (Math.abs(drift) <= toleratedMs) return undefined;
		return { way: drift > 0 ? "ahead" : "behind", ms: Math.round(Math.abs(drift)) };
	}

	/** The store has seen a later instant than the clock shows. */
	function behind(): Skew | undefined {
		const ms = seenUntil === undefined ? 0 : seenUntil - clock.now();
		return ms > 0 ? { way: "behind", ms } : undefined;
	}

	function raise({ way, ms }: Skew): void {
		log.error({ event: "clock-skewed", way, minutes: Math.ceil(ms / 60_000) });
		incidents.open({ ...stuckClock, reason: way === "ahead" ? "clock-ahead" : "clock-behind" });
	}

	return { look, skew: () => found };
}

/** What is known of the clock of the server: nothing, or which way it is wrong. */
export function clockSkewOf({ clockWatch }: { clockWatch: ClockWatch }): Skew | undefined {
	return clockWatch.skew();
}
