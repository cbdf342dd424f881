import {
	createCipheriv,
	createDecipheriv,
	createSecretKey,
	type KeyObject,
	randomBytes,
} from "node:crypto";
import { canonicalBytes, type Part } from "../chain.ts";

const algorithm = "aes-256-gcm";
const nonceLength = 12;
const tagLength = 16;
export const keyLength = 32;

/** What was sealed here does not open: another key, another place, or somebody changed it. */
export class SealBroken extends Error {
	override name = "SealBroken";
}

/**
 * A fresh key. Keys and nonces never come from the chance of a request, which tests and the
 * demonstration repeat.
 */
export function drawKey(): Buffer {
	return randomBytes(keyLength);
}

/** Bytes as a key that seals: making it once for a whole history saves most of the time. */
export function keyOf(bytes: Uint8Array): KeyObject {
	return createSecretKey(bytes);
}

/**
 * Seals bytes with AES-256-GCM: nonce, ciphertext and tag, one after the other.
 *
 * @param place where they belong; they open nowhere else
 */
export function seal(key: KeyObject, bytes: Uint8Array, place: readonly Part[]): Buffer {
	const nonce = randomBytes(nonceLength);
	const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagLength });
	cipher.setAAD(canonicalBytes(place));
	return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/**
 * Opens what `seal` sealed.
 *
 * @throws SealBroken when it was sealed otherwise
 */
export function unseal(key: KeyObject, sealed: Buffer, place: readonly Part[]): Buffer {
	if (sealed.length < nonceLength + tagLength) throw new SealBroken("Too short to be sealed.");
	const end = sealed.length - tagLength;
	const nonce = sealed.subarray(0, nonceLength);
	const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagLength });
	decipher.setAAD(canonicalBytes(place));
	decipher.setAuthTag(sealed.subarray(end));
	const opened = decipher.update(sealed.subarray(nonceLength, end));
	try {
		return Buffer.concat([opened, decipher.final()]);
	} catch (error) {
		throw new SealBroken("The seal is broken.", { cause: error });
	}
}
