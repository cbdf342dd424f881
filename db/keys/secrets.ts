import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { KeyFault } from "./key-fault.ts";
import type { KeyStore } from "./key-store.ts";
import { drawKey, SealBroken, seal, unseal } from "./seal.ts";
import { statementOf } from "./statements.ts";

/** What signs checkpoints, and what keeps the hashes of sent forms from being guessed. */
export type SecretName = "signing" | "sendings";

/** Makes the secrets of a new key store; those that are there stay. */
export function makeSecrets({ client, wrappingKey }: KeyStore): void {
	const insert = client.prepare("INSERT INTO secrets VALUES (?, ?) ON CONFLICT DO NOTHING");
	const make = client.transaction(() => {
		const known = client.prepare("SELECT count(*) FROM secrets").pluck().get();
		const keys = client.prepare("SELECT count(*) FROM data_keys").pluck().get();
		// Keys without secrets are a damaged file: new secrets would hide it.
		if (known !== 0 || keys !== 0) return;
		const { privateKey } = generateKeyPairSync("ed25519");
		const signing = privateKey.export({ type: "pkcs8", format: "der" });
		insert.run("signing", wrapSecret(wrappingKey, "signing", signing));
		insert.run("sendings", wrapSecret(wrappingKey, "sendings", drawKey()));
	});
	make.immediate();
}

/**
 * A secret of the key store.
 *
 * @throws KeyFault when it is missing, or does not open with the wrapping key
 */
export function readSecret({ client, wrappingKey }: KeyStore, name: SecretName): Buffer {
	const wrapped = statementOf(client, "SELECT wrapped FROM secrets WHERE name = ?")
		.pluck()
		.get(name);
	if (!(wrapped instanceof Uint8Array)) {
		throw new KeyFault("KEYS_MISSING", "The key store has lost its secrets.");
	}
	return unwrapSecret(wrappingKey, name, Buffer.from(wrapped));
}

export function wrapSecret(wrappingKey: KeyObject, name: SecretName, secret: Uint8Array): Buffer {
	return seal(wrappingKey, secret, ["secrets", name]);
}

/** @throws KeyFault `KEYS_LOCKED` when the secret was wrapped by another key */
export function unwrapSecret(wrappingKey: KeyObject, name: SecretName, wrapped: Buffer): Buffer {
	try {
		return unseal(wrappingKey, wrapped, ["secrets", name]);
	} catch (error) {
		if (!(error instanceof SealBroken)) throw error;
		const message = "The key store does not open with this wrapping key.";
		throw new KeyFault("KEYS_LOCKED", message, { cause: error });
	}
}
