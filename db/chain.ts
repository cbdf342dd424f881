import { createHash } from "node:crypto";

/** What an entry of a chained table leaves to the next one, in its column `link`: SHA-256. */
export type Link = Uint8Array;

/** A value of a row, as the store keeps it: whole numbers only. */
export type Part = string | number | Uint8Array | null;

export const linkLength = 32;

/** What the first entry of every chain follows. */
export const genesis: Link = new Uint8Array(linkLength);

const kinds = { null: 0, number: 1, string: 2, bytes: 3 } as const;

/**
 * Links an entry to the one before: SHA-256(previous ‖ parts).
 *
 * Each part is written with its kind and its length, so that no two different lists of parts give
 * the same bytes. Name the table in the parts where two tables could hold the same rows.
 *
 * @param parts every column of the row but its link, in a fixed order
 * @throws RangeError when `previous` is not a link, or a number is not a safe integer
 */
export function linkAfter(previous: Link, parts: readonly Part[]): Link {
	if (previous.length !== linkLength) {
		throw new RangeError(`A link has ${linkLength} bytes, not ${previous.length}.`);
	}
	return createHash("sha256").update(previous).update(canonicalBytes(parts)).digest();
}

const headLength = 5;

/** Writes parts with their kinds and lengths, for what is bound to a sealed value as well. */
export function canonicalBytes(parts: readonly Part[]): Uint8Array {
	const values = parts.map(bytesOf);
	// One piece of memory and one call of the hash: journals are walked along by the million.
	const all = Buffer.alloc(values.reduce((sum, bytes) => sum + headLength + bytes.length, 0));
	let at = 0;
	for (const [index, bytes] of values.entries()) {
		at = all.writeUInt8(kindOf(parts[index] ?? null), at);
		at = all.writeUInt32BE(bytes.length, at);
		all.set(bytes, at);
		at += bytes.length;
	}
	return all;
}

function kindOf(part: Part): number {
	if (part === null) return kinds.null;
	if (typeof part === "number") return kinds.number;
	return typeof part === "string" ? kinds.string : kinds.bytes;
}

function bytesOf(part: Part): Uint8Array {
	if (part === null) return Buffer.alloc(0);
	if (typeof part === "string") return Buffer.from(part, "utf8");
	if (typeof part !== "number") return part;
	if (!Number.isSafeInteger(part)) throw new RangeError(`${part} is not a whole number.`);
	return Buffer.from(String(part), "utf8");
}
