import { fileURLToPath } from "node:url";
import type Database from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { migrate as runMigrations } from "drizzle-orm/better-sqlite3/migrator";
import { openConnection } from "./connection.ts";
import { type KeyStore, keysInMemory } from "./keys/key-store.ts";
import { giveKeys } from "./keys/keys-of.ts";

/** The store, open. `$client` is the connection below, for pragmas and backups. */
export type Db = BetterSQLite3Database<Record<string, never>> & { $client: Database.Database };

/** The store inside a transaction. */
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

/**
 * Opens the store, private to this account, durable at each commit.
 *
 * @param file a path, or `:memory:` in tests
 * @param keys what history is sealed with; without them everything else can be read. A store in
 * memory has keys in memory.
 * @throws Error when the store does not keep one of its settings
 */
export function openDb(
	file: string,
	keys: KeyStore | undefined = file === ":memory:" ? keysInMemory() : undefined,
): Db {
	const db = drizzle({ client: openConnection(file) });
	if (keys) giveKeys(db, keys);
	return db;
}

/**
 * Brings the tables up to date, all of it or nothing; does nothing when they are.
 *
 * A table whose conditions change is made anew beside the old one. While the old one is away,
 * references to it lead nowhere: they are not held inside the migration, which asks at its own end
 * whether every one of them holds.
 *
 * @param migrationsFolder another one in tests
 */
export function migrate(
	db: Db,
	migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url)),
): void {
	db.$client.pragma("foreign_keys = OFF");
	try {
		runMigrations(db, { migrationsFolder });
	} finally {
		db.$client.pragma("foreign_keys = ON");
	}
}

/** How many migrations the store has been through. */
export function countMigrations(db: Db): number {
	const row = db.$client.prepare("SELECT count(*) AS n FROM __drizzle_migrations").get();
	return (row as { n: number }).n;
}
