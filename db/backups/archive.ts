import { createHash } from "node:crypto";
import { createReadStream, statSync } from "node:fs";
import type { Bytes } from "./age-file.ts";
import { BackupFault } from "./backup-fault.ts";

/** An entry of an archive: small ones in memory, a store by its file. */
export type Entry = { name: string; bytes: Buffer } | { name: string; file: string };

const block = 512;
/** Eleven octal digits. */
const largest = 8 ** 11 - 1;

/** The bytes of an archive of entries, as tar writes it: any machine can unpack it. */
export async function* archived(entries: readonly Entry[]): Bytes {
	for (const entry of entries) {
		const size = "file" in entry ? statSync(entry.file).size : entry.bytes.length;
		yield header(entry.name, size);
		if ("file" in entry) yield* createReadStream(entry.file) as Bytes;
		else yield entry.bytes;
		yield Buffer.alloc(padding(size));
	}
	yield Buffer.alloc(2 * block);
}

function padding(size: number): number {
	return (block - (size % block)) % block;
}

function header(name: string, size: number): Buffer {
	if (size > largest) {
		throw new BackupFault("too-large", "The store is larger than 8 GB: an archive cannot hold it.");
	}
	const bytes = Buffer.alloc(block);
	bytes.write(name, 0, 100, "utf8");
	bytes.write("0000600\0", 100);
	bytes.write("0000000\0".repeat(2), 108);
	bytes.write(`${size.toString(8).padStart(11, "0")}\0`, 124);
	bytes.write("00000000000\0", 136);
	// While the sum is worked out, its own place holds spaces.
	bytes.write(" ".repeat(8), 148);
	bytes.write("0", 156);
	bytes.write("ustar\x0000", 257);
	bytes.write(`${sumOf(bytes).toString(8).padStart(6, "0")}\0 `, 148);
	return bytes;
}

function sumOf(bytes: Buffer): number {
	return bytes.reduce((sum, byte) => sum + byte, 0);
}

/** An entry while an archive is read: its bytes must be read before the next one comes. */
export type Unpacked = { name: string; size: number; bytes: Bytes };

/**
 * Reads an archive, entry by entry.
 *
 * @throws BackupFault when it is none, or ends too early
 */
export async function* unpacked(archive: Bytes): AsyncIterable<Unpacked> {
	const reader = readerOf(archive);
	for (;;) {
		const head = await reader.take(block);
		if (head.every((byte) => byte === 0)) break;
		const { name, size } = readHeader(head);
		yield { name, size, bytes: reader.give(size) };
		await reader.take(padding(size));
	}
	// The end of what was encrypted is proven by reading it.
	await reader.finish();
}

function readHeader(head: Buffer): { name: string; size: number } {
	const sum = Number.parseInt(head.toString("latin1", 148, 154), 8);
	const blank = Buffer.from(head);
	blank.write(" ".repeat(8), 148);
	const size = Number.parseInt(head.toString("latin1", 124, 135), 8);
	if (sum !== sumOf(blank) || !Number.isSafeInteger(size)) throw noArchive();
	const name = head.toString("utf8", 0, 100).replace(/\0.*$/s, "");
	return { name, size };
}

function noArchive(): BackupFault {
	return new BackupFault("not-a-backup", "What was encrypted is no backup of Relais.");
}

function readerOf(archive: Bytes) {
	const source = archive[Symbol.asyncIterator]();
	let rest: Buffer = Buffer.alloc(0);
	async function piece(most: number): Promise<Buffer> {
		while (rest.length === 0) {
			const { value, done } = await source.next();
			if (done) throw noArchive();
			rest = Buffer.from(value.buffer, value.byteOffset, value.length);
		}
		const given = rest.subarray(0, most);
		rest = rest.subarray(most);
		return given;
	}
	async function* give(size: number): AsyncGenerator<Buffer> {
		for (let left = size; left > 0; ) {
			const given = await piece(left);
			left -= given.length;
			yield given;
		}
	}
	return {
		give,
		async take(size: number): Promise<Buffer> {
			const pieces: Buffer[] = [];
			for await (const one of give(size)) pieces.push(one);
			return Buffer.concat(pieces);
		},
		async finish(): Promise<void> {
			while (!(await source.next()).done);
		},
	};
}

/** The SHA-256 of a file, read piece by piece. */
export async function digestOf(file: string): Promise<string> {
	const hash = createHash("sha256");
	for await (const piece of createReadStream(file)) hash.update(piece);
	return hash.digest("hex");
}
