import { chmodSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { migrate as runMigrations } from "drizzle-orm/better-sqlite3/migrator";

/** The store, open. `$client` is the connection below, for pragmas and backups. */
export type Db = BetterSQLite3Database<Record<string, never>> & { $client: Database.Database };

/** The store inside a transaction. */
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

/** How the store is set, and the value each pragma must read back. */
export const pragmas = {
	foreign_keys: { set: "ON", reads: 1 },
	busy_timeout: { set: "5000", reads: 5000 },
	synchronous: { set: "FULL", reads: 2 },
	secure_delete: { set: "ON", reads: 1 },
	trusted_schema: { set: "OFF", reads: 0 },
	cell_size_check: { set: "ON", reads: 1 },
	recursive_triggers: { set: "ON", reads: 1 },
} as const;

/**
 * Opens the store, private to this account, durable at each commit.
 *
 * @param file a path, or `:memory:` in tests
 * @throws Error when the store does not keep one of its settings
 */
export function openDb(file: string): Db {
	if (file !== ":memory:") makePrivate(dirname(file));
	const client = new Database(file);
	client.pragma("journal_mode = WAL");
	for (const [name, { set }] of Object.entries(pragmas)) client.pragma(`${name} = ${set}`);
	assertSettings(client);
	return drizzle({ client });
}

/** Brings the tables up to date; does nothing when they are. */
export function migrate(db: Db): void {
	runMigrations(db, { migrationsFolder: fileURLToPath(new URL("./migrations", import.meta.url)) });
}

/** How many migrations the store has been through. */
export function countMigrations(db: Db): number {
	const row = db.$client.prepare("SELECT count(*) AS n FROM __drizzle_migrations").get();
	return (row as { n: number }).n;
}

/** Empties the write-ahead log into the file, so that what was deleted is overwritten. */
export function checkpoint(db: Db): void {
	db.$client.pragma("wal_checkpoint(TRUNCATE)");
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
