import type { KeyObject } from "node:crypto";
import type Database from "better-sqlite3";
import { openConnection } from "../connection.ts";
import { KeyFault } from "./key-fault.ts";
import { drawKey, keyOf, SealBroken, seal, unseal } from "./seal.ts";
import { makeSecrets, readSecret } from "./secrets.ts";
import { statementOf } from "./statements.ts";

/**
 * The keys of history, apart from it: one for each situation, each wrapped by a key that lives in
 * neither file. Nothing is cached: a key that was forgotten is gone at once, and reading it again
 * costs less than one event of the replay.
 */
export type KeyStore = {
	client: Database.Database;
	wrappingKey: KeyObject;
};

const tables = `
	CREATE TABLE IF NOT EXISTS data_keys (
		situation_pk INTEGER PRIMARY KEY,
		wrapped BLOB NOT NULL CHECK (length(wrapped) = 60)
	) STRICT;
	CREATE TABLE IF NOT EXISTS forgotten (
		situation_pk INTEGER PRIMARY KEY
	) STRICT;
	CREATE TABLE IF NOT EXISTS secrets (
		name TEXT PRIMARY KEY CHECK (name IN ('signing', 'sendings')),
		wrapped BLOB NOT NULL
	) STRICT;
`;

/**
 * Opens the key store; makes it, with its secrets, where there is none.
 *
 * @param file a path, or `:memory:` in tests
 * @throws KeyFault `KEYS_LOCKED` when the wrapping key is not the one that it was locked with
 */
export function openKeyStore(file: string, wrappingKey: KeyObject): KeyStore {
	const keys = { client: openConnection(file), wrappingKey };
	try {
		keys.client.exec(tables);
		makeSecrets(keys);
		assertUnlocked(keys);
		return keys;
	} catch (error) {
		keys.client.close();
		throw error;
	}
}

/** A key store that is forgotten with the process. */
export function keysInMemory(): KeyStore {
	return openKeyStore(":memory:", keyOf(drawKey()));
}

/**
 * Makes the key of a situation that is about to be opened, and commits it before its first event
 * can be: a key without a situation is harmless, a situation without its key is lost.
 *
 * @throws KeyFault `KEYS_LOCKED` when the wrapping key was changed meanwhile
 */
export function makeDataKey(keys: KeyStore, situationPk: number): void {
	const make = keys.client.transaction(() => {
		assertUnlocked(keys);
		// After a restored backup, numbers that were forgotten are given again.
		keys.client.prepare("DELETE FROM forgotten WHERE situation_pk = ?").run(situationPk);
		keys.client
			.prepare("INSERT INTO data_keys VALUES (?, ?) ON CONFLICT DO NOTHING")
			.run(situationPk, wrapDataKey(keys.wrappingKey, situationPk, drawKey()));
	});
	make.immediate();
}

/**
 * The key of a situation.
 *
 * @throws KeyFault when it was forgotten, was never there, or does not open
 */
export function dataKeyOf(keys: KeyStore, situationPk: number): KeyObject {
	const wrapped = wrappedDataKey(keys, situationPk);
	if (wrapped) return keyOf(unwrapDataKey(keys.wrappingKey, situationPk, wrapped));
	const forgotten = forgottenKeys(keys).includes(situationPk);
	throw new KeyFault(
		forgotten ? "KEYS_FORGOTTEN" : "KEYS_MISSING",
		`There is no key for the situation ${situationPk}.`,
	);
}

/** Forgets the key of a situation, and that it was forgotten on purpose is remembered. */
export function forgetDataKey(keys: KeyStore, situationPk: number): void {
	const forget = keys.client.transaction(() => {
		keys.client.prepare("DELETE FROM data_keys WHERE situation_pk = ?").run(situationPk);
		keys.client.prepare("INSERT INTO forgotten VALUES (?) ON CONFLICT DO NOTHING").run(situationPk);
	});
	forget.immediate();
}

/** The key of a situation as it lies in the file; undefined when there is none. */
export function wrappedDataKey(keys: KeyStore, situationPk: number): Buffer | undefined {
	return statementOf(keys.client, "SELECT wrapped FROM data_keys WHERE situation_pk = ?")
		.pluck()
		.get(situationPk) as Buffer | undefined;
}

/** The situations that have a key. */
export function knownKeys({ client }: KeyStore): number[] {
	const rows = client.prepare("SELECT situation_pk FROM data_keys ORDER BY 1").pluck().all();
	return rows as number[];
}

/** The situations whose key was forgotten on purpose. */
export function forgottenKeys({ client }: KeyStore): number[] {
	const rows = client.prepare("SELECT situation_pk FROM forgotten ORDER BY 1").pluck().all();
	return rows as number[];
}

/** Wraps a data key; it opens for its own situation only. */
export function wrapDataKey(wrappingKey: KeyObject, situationPk: number, key: Buffer): Buffer {
	return seal(wrappingKey, key, ["data_keys", situationPk]);
}

/** Opens a wrapped data key. @throws KeyFault `KEYS_LOCKED` when it was wrapped by another key */
export function unwrapDataKey(
	wrappingKey: KeyObject,
	situationPk: number,
	wrapped: Buffer,
): Buffer {
	try {
		return unseal(wrappingKey, wrapped, ["data_keys", situationPk]);
	} catch (error) {
		if (!(error instanceof SealBroken)) throw error;
		const message = "The key of a situation does not open with this wrapping key.";
		throw new KeyFault("KEYS_LOCKED", message, { cause: error });
	}
}

/** Every secret opens with the right wrapping key, and with no other one. */
function assertUnlocked(keys: KeyStore): void {
	readSecret(keys, "signing");
}
