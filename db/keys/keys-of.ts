import type Database from "better-sqlite3";
import type { Db, Tx } from "../client.ts";
import { KeyFault } from "./key-fault.ts";
import type { KeyStore } from "./key-store.ts";

/**
 * Where a connection carries its keys. The process and the built pages each have their own copy of
 * this file, so that a variable of it would be two: the name is that of the whole program.
 */
const place = Symbol.for("relais.keys");

type Keyed = Database.Database & { [place]?: KeyStore };

/** Says with which keys an open store is read; a transaction of the store has the same ones. */
export function giveKeys(db: Db, keys: KeyStore): void {
	Object.defineProperty(db.$client, place, { value: keys, enumerable: false, configurable: true });
}

/**
 * The keys of an open store.
 *
 * @throws KeyFault `KEYS_NOT_GIVEN` when the store was opened without them
 */
export function keysOf(db: Db | Tx): KeyStore {
	const keys = (connectionOf(db) as Keyed)[place];
	if (!keys) throw new KeyFault("KEYS_NOT_GIVEN", "The store was opened without its keys.");
	return keys;
}

/** drizzle keeps the connection behind `session`, the same in the store and in its transactions. */
export function connectionOf(db: Db | Tx): Database.Database {
	return (db as unknown as { session: { client: Database.Database } }).session.client;
}
