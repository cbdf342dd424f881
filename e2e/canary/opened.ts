import { type Db, openDb } from "#db/client.ts";
import { openKeyStore } from "#db/keys/key-store.ts";
import { giveKeys, keysOf } from "#db/keys/keys-of.ts";
import { readWrappingKey } from "#db/keys/wrapping-key.ts";
import { placesIn, wrappingKeyBeside } from "#db/stores.ts";

/**
 * Opens the stores of a data directory with their keys, whatever is in them. The server itself
 * would not start with a value that its own CHECKs refuse.
 */
export function openHouse(directory: string): Db {
	const places = placesIn(directory);
	const db = openDb(places.store);
	giveKeys(db, openKeyStore(places.keys, readWrappingKey(wrappingKeyBeside(places))));
	return db;
}

/** Closes both. */
export function closeHouse(db: Db): void {
	keysOf(db).client.close();
	db.$client.close();
}
