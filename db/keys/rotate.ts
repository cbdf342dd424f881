import type { KeyObject } from "node:crypto";
import { emptyLog } from "../connection.ts";
import { type KeyStore, unwrapDataKey, wrapDataKey } from "./key-store.ts";
import { type SecretName, unwrapSecret, wrapSecret } from "./secrets.ts";

/** What a rotation did. */
export type Rotated = {
	situations: number;
	/** False when another process still reads the old wrapped keys from the log. */
	cleaned: boolean;
};

/**
 * Locks every key with another wrapping key, in one transaction: cut off at any point, the store
 * opens with the one or with the other. The data keys themselves, and history, stay as they are.
 *
 * A server that runs meanwhile keeps the old wrapping key and can no longer read: stop it first.
 *
 * @throws KeyFault `KEYS_LOCKED` when a key does not open with the present wrapping key
 */
export function rotateWrappingKey({ client, wrappingKey }: KeyStore, next: KeyObject): Rotated {
	const rotate = client.transaction(() => {
		const secrets = client.prepare("SELECT name, wrapped FROM secrets").all() as {
			name: SecretName;
			wrapped: Buffer;
		}[];
		const setSecret = client.prepare("UPDATE secrets SET wrapped = ? WHERE name = ?");
		for (const { name, wrapped } of secrets) {
			setSecret.run(wrapSecret(next, name, unwrapSecret(wrappingKey, name, wrapped)), name);
		}
		const keys = client.prepare("SELECT situation_pk AS pk, wrapped FROM data_keys").all() as {
			pk: number;
			wrapped: Buffer;
		}[];
		const setKey = client.prepare("UPDATE data_keys SET wrapped = ? WHERE situation_pk = ?");
		for (const { pk, wrapped } of keys) {
			setKey.run(wrapDataKey(next, pk, unwrapDataKey(wrappingKey, pk, wrapped)), pk);
		}
		return keys.length;
	});
	const situations = rotate.immediate();
	// Whoever had the old wrapping key must not find anything that it opens.
	client.exec("VACUUM");
	return { situations, cleaned: emptyLog(client) };
}
