import { chmodSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { rememberPlace } from "./in-place.ts";

/** How the store and its keys are set, and the value each pragma must read back. */
export const pragmas = {
	foreign_keys: { set: "ON", reads: 1 },
	busy_timeout: { set: "5000", reads: 5000 },
	synchronous: { set: "FULL", reads: 2 },
	secure_delete: { set: "ON", reads: 1 },
	trusted_schema: { set: "OFF", reads: 0 },
	cell_size_check: { set: "ON", reads: 1 },
	recursive_triggers: { set: "ON", reads: 1 },
	// Sorting and rewriting leave no copy of anything in a temporary file.
	temp_store: { set: "MEMORY", reads: 2 },
} as const;

/**
 * Opens a file of ours, private to this account, durable at each commit.
 *
 * @param file a path, or `:memory:`
 * @throws Error when the file does not keep one of the settings
 */
export function openConnection(file: string): Database.Database {
	if (file !== ":memory:") makePrivate(dirname(file));
	const client = new Database(file);
	client.pragma("journal_mode = WAL");
	for (const [name, { set }] of Object.entries(pragmas)) client.pragma(`${name} = ${set}`);
	assertSettings(client);
	rememberPlace(client);
	return client;
}

const shortPatienceMs = 100;

/**
 * Empties the write-ahead log into the file, so that what was deleted is overwritten.
 *
 * @returns false when somebody still reads from the log, and it could not be emptied
 */
export function emptyLog(client: Database.Database): boolean {
	return hurriedly(client, () => client.pragma("wal_checkpoint(TRUNCATE)", { simple: true }) === 0);
}

/** Does what can be done later, without waiting long for whoever else uses the file: requests would wait with us. */
export function hurriedly<Result>(client: Database.Database, act: () => Result): Result {
	const usual = Number(client.pragma("busy_timeout", { simple: true }));
	client.pragma(`busy_timeout = ${Math.min(shortPatienceMs, usual)}`);
	try {
		return act();
	} finally {
		client.pragma(`busy_timeout = ${usual}`);
	}
}

/**
 * Forgets the pages that are held in memory. What was read wrongly once, because the disk failed or
 * the file was damaged, would be believed until the process ends, even when the file is whole again.
 */
export function forgetPages(client: Database.Database): void {
	if (client.open) client.pragma("shrink_memory");
}

const largeBytes = 64 * 1024 * 1024;

/**
 * Whether reading the whole file would keep everybody waiting: that is done beside the requests.
 *
 * @param than another size in tests
 */
export function isLarge(
	{ memory, name }: Pick<Database.Database, "memory" | "name">,
	than = largeBytes,
): boolean {
	return !memory && statSync(name).size > than;
}

/** What `quick_check` says of a file; undefined when it is sound. */
export function damageOf(client: Database.Database): string | undefined {
	const said = String(client.pragma("quick_check(1)", { simple: true }));
	return said === "ok" ? undefined : said;
}

function makePrivate(directory: string): void {
	mkdirSync(directory, { recursive: true, mode: 0o700 });
	chmodSync(directory, 0o700);
}

/** Reads the settings after a write: before one, `synchronous` may show what it will not do. */
function assertSettings(client: Database.Database): void {
	client.pragma(`user_version = ${client.pragma("user_version", { simple: true })}`);

	for (const [name, { reads }] of Object.entries(pragmas)) {
		const seen = client.pragma(name, { simple: true });
		if (seen !== reads) throw new Error(`The store keeps ${name} at ${seen}, not at ${reads}.`);
	}
	const journal = client.pragma("journal_mode", { simple: true });
	if (journal !== "wal" && !client.memory) {
		throw new Error(`The store keeps its journal as ${journal}, not as a write-ahead log.`);
	}
}
