import type { KeyObject } from "node:crypto";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { CannotStart } from "./cannot-start.ts";
import { type Db, openDb } from "./client.ts";
import { damageOf, isLarge } from "./connection.ts";
import { KeyFault } from "./keys/key-fault.ts";
import { forgottenKeys, type KeyStore, knownKeys, openKeyStore } from "./keys/key-store.ts";
import { giveKeys, keysOf } from "./keys/keys-of.ts";
import { makeWrappingKey, readWrappingKey } from "./keys/wrapping-key.ts";

/** Where the store lies, its keys, and the key that locks those. */
export type Places = {
	store: string;
	keys: string;
	/** Given from outside; left out where the key beside the data is to do. */
	wrappingKey?: string | undefined;
};

/** The places in a data directory when nothing else was said. */
export function placesIn(directory: string): Places & { wrappingKey: undefined } {
	return {
		store: join(directory, "relais.db"),
		keys: join(directory, "keys", "keys.db"),
		wrappingKey: undefined,
	};
}

/** The key that is made beside the data, for whoever tries Relais. */
export function wrappingKeyBeside({ store }: Pick<Places, "store">): string {
	return join(dirname(store), "wrapping.key");
}

/**
 * Opens the store with its keys. The first time it makes the key store, and, where no wrapping key
 * is given, one beside the data. Never afterwards: new keys would make history unreadable.
 *
 * @throws CannotStart when a key is missing or another one, or a file is damaged
 */
export function openStores(places: Places): Db {
	const db = openSound(places.store);
	try {
		giveKeys(db, openKeys(places, hasHistory(db)));
		return db;
	} catch (error) {
		db.$client.close();
		throw error;
	}
}

/** Closes the store and its keys. */
export function closeStores(db: Db): void {
	keysOf(db).client.close();
	db.$client.close();
}

function openKeys(places: Places, hasHistory: boolean): KeyStore {
	const known = existsSync(places.keys);
	if (hasHistory && !known) {
		throw new CannotStart(
			`The key store is not at ${places.keys}: without it no history can be read. Put it back from its backup, or set RELAIS_KEYS.`,
		);
	}
	const keys = unlocked(places, readWrappingKey(wrappingKeyFile(places, known)));
	const sound = damageOf(keys.client) === undefined;
	const empty = knownKeys(keys).length === 0 && forgottenKeys(keys).length === 0;
	if (sound && !(hasHistory && empty)) return keys;

	keys.client.close();
	if (!sound) throw new CannotStart(damaged(places.keys));
	throw new CannotStart(
		`The key store at ${places.keys} has no key of this history. Put the right one back from its backup.`,
	);
}

/** The wrapping key that was given; without one, that beside the data, made with the key store. */
function wrappingKeyFile(places: Places, known: boolean): string {
	if (places.wrappingKey !== undefined) return places.wrappingKey;
	const beside = wrappingKeyBeside(places);
	if (!known && !existsSync(beside)) makeWrappingKey(beside);
	return beside;
}

function unlocked({ keys }: Places, wrappingKey: KeyObject): KeyStore {
	try {
		return openKeyStore(keys, wrappingKey);
	} catch (error) {
		if (error instanceof KeyFault && error.code === "KEYS_LOCKED") {
			throw new CannotStart(
				"The wrapping key is not the one that the key store was locked with: set RELAIS_KEY_FILE to the right one.",
				{ cause: error },
			);
		}
		if (isDamage(error)) throw new CannotStart(damaged(keys), { cause: error });
		throw error;
	}
}

function openSound(file: string): Db {
	try {
		const db = openDb(file);
		// The witness of the server reads a large one, once people are served.
		if (isLarge(db.$client) || damageOf(db.$client) === undefined) return db;
		db.$client.close();
	} catch (error) {
		if (!isDamage(error)) throw error;
	}
	throw new CannotStart(damaged(file));
}

function hasHistory({ $client }: Db): boolean {
	const tables = $client.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'journal'");
	if (!tables.get()) return false;
	return $client.prepare("SELECT 1 FROM journal LIMIT 1").get() !== undefined;
}

function isDamage(error: unknown): boolean {
	const { code } = (error ?? {}) as { code?: unknown };
	return code === "SQLITE_NOTADB" || code === "SQLITE_CORRUPT";
}

function damaged(file: string): string {
	return `The file ${file} is damaged: restore it from a backup.`;
}
