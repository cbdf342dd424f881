import { existsSync, statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { lastBackupAt } from "#db/backups/backup-names.ts";
import { type StoreFigures, storeFigures } from "#db/figures.ts";
import { journalHead } from "#db/journal.ts";
import { clockSkewOf } from "./clock-watch.server.ts";
import type { Services } from "./services.server.ts";
import { isSilent, type LoopDelay, type Vitals } from "./vitals.server.ts";

/** Below this a count of what people do is not told: it would point at one situation. */
const smallest = 11;

/** Everything that an operator watches; of the store, nothing while it does not answer. */
export type Figures = {
	version: string;
	uptimeMs: number;
	answered: ReturnType<Vitals["answered"]>;
	loopDelay: LoopDelay;
	/** Since the last completed sweep of the clocks. */
	silentMs: number;
	silent: boolean;
	journalLastHour: number;
	/** By how much the clock of the server is wrong, as far as it was noticed. */
	skewMs: number;
	store: StoreFigures | undefined;
	/** Incidents that the store has not taken yet. */
	incidentsWaiting: number;
	bytes: { store: number; log: number; keys: number; free: number | undefined };
	/** Undefined where no backup is set up, or none was made. */
	lastBackupAt: number | undefined;
	backups: boolean;
};

/** Gathers the figures of this moment. Counts of what people do are coarse. */
export function figuresOf(services: Services): Figures {
	const { vitals, version, environment, incidents } = services;
	const { directory } = environment.backups;
	return {
		version,
		uptimeMs: vitals.uptimeMs(),
		answered: vitals.answered(),
		loopDelay: vitals.loopDelay(),
		silentMs: vitals.silentMs(),
		silent: isSilent(vitals),
		journalLastHour: coarse(vitals.journalLastHour()),
		skewMs: clockSkewOf(services)?.ms ?? 0,
		store: coarseStore(services),
		incidentsWaiting: incidents.waiting(),
		bytes: sizesOf(services),
		lastBackupAt: directory === undefined ? undefined : lastBackupAt(directory),
		backups: directory !== undefined,
	};
}

/** Once a minute: what a rate or a delay is taken from. A store that does not answer leaves a gap. */
export function takeMinute({ vitals, db }: Pick<Services, "vitals" | "db">): void {
	let entries: number | undefined;
	try {
		entries = journalHead(db).events;
	} catch {
		entries = undefined;
	}
	vitals.noteMinute(entries);
}

/**
 * A count that singles nothing out: what is below eleven is nought, what is above goes in fives.
 * Seen again and again, exact ones would tell in which minute a situation was opened.
 */
export function coarse(count: number): number {
	return count < smallest ? 0 : Math.round(count / 5) * 5;
}

/** What is stuck stays exact: it must be nought, and each of it needs somebody. */
function coarseStore({ db, clock }: Services): StoreFigures | undefined {
	try {
		const exact = storeFigures(db, clock.now());
		return {
			...exact,
			journalEntries: Math.floor(exact.journalEntries / 10) * 10,
			openTimers: coarse(exact.openTimers),
			queued: coarse(exact.queued),
		};
	} catch {
		return undefined;
	}
}

function sizesOf({ environment: { places } }: Services): Figures["bytes"] {
	return {
		store: sizeOf(places.store),
		log: sizeOf(`${places.store}-wal`),
		keys: sizeOf(places.keys),
		free: existsSync(places.store) ? freeAt(dirname(places.store)) : undefined,
	};
}

function sizeOf(file: string): number {
	return existsSync(file) ? statSync(file).size : 0;
}

function freeAt(directory: string): number {
	const { bavail, bsize } = statfsSync(directory);
	return bavail * bsize;
}
