import { mkdirSync } from "node:fs";
import Database from "better-sqlite3";
import { backUp } from "#db/backups/back-up.ts";
import { filesAt } from "#db/backups/backup-names.ts";
import { removeExpired, usualKeeping } from "#db/backups/keep.ts";
import { keysOf } from "#db/keys/keys-of.ts";
import type { Services } from "./services.server.ts";
import { noteStuckWork, noteWorkDone } from "./stuck-work.server.ts";

const quarterMs = 15 * 60 * 1000;

/** The backups of a server that is set up to make some. */
export type Backups = {
	start(): void;
	/** Nothing that could be read stays behind: what is unfinished is removed before this returns. */
	stop(): void;
	/** Backs up unless nothing changed, or the last one still goes on. */
	keepUp(): Promise<void>;
};

/**
 * Every quarter of an hour, when something was written since the last time: the whole store, so
 * that what is in the directory is at most that old. One that fails is noted and tried again.
 */
export function backupWorker(services: Services): Backups {
	const { directory } = services.environment.backups;
	return directory === undefined ? noBackups : backupsInto(directory, services);
}

const noBackups: Backups = { start() {}, stop() {}, keepUp: async () => {} };

function backupsInto(directory: string, services: Services): Backups {
	const changes = watchChanges(services);
	let timer: NodeJS.Timeout | undefined;
	let underway: AbortController | undefined;
	const keepUp = async () => {
		const seen = changes.seen();
		if (underway || seen === changes.backedUp) return;
		const own = new AbortController();
		underway = own;
		try {
			await backUpInto(services, directory, own.signal);
			changes.backedUp = seen;
			noteWorkDone(services, "backup");
		} catch (error) {
			if (!own.signal.aborted) noteStuckWork(services, "backup", error);
		} finally {
			underway = undefined;
		}
	};
	return {
		start() {
			timer = setInterval(() => void keepUp(), quarterMs);
		},
		stop() {
			clearInterval(timer);
			underway?.abort();
			changes.close();
		},
		keepUp,
	};
}

async function backUpInto(services: Services, directory: string, signal: AbortSignal) {
	const { db, clock, environment, version, log } = services;
	mkdirSync(directory, { recursive: true, mode: 0o700 });
	const began = performance.now();
	const now = clock.now();
	const { recipients } = environment.backups;
	const made = await backUp({
		db,
		into: filesAt(directory, now),
		recipients,
		now,
		version,
		signal,
	});
	const removed = removeExpired(directory, usualKeeping, now);
	log.info({
		event: "backed-up",
		kilobytes: Math.ceil(made.bytes / 1000),
		milliseconds: Math.round(performance.now() - began),
		removed,
		listRefused: made.listRefused,
	});
}

/** SQLite tells a connection of its own whether any other one has written. */
function watchChanges({ db }: Services) {
	const watching = [db.$client.name, keysOf(db).client.name].map(
		(file) => new Database(file, { readonly: true }),
	);
	return {
		backedUp: undefined as string | undefined,
		seen: () => watching.map((one) => one.pragma("data_version", { simple: true })).join(),
		close() {
			for (const one of watching) one.close();
		},
	};
}
