import type { KeyObject } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { CannotStart } from "../cannot-start.ts";
import { writeNewFile } from "../new-file.ts";
import { drawKey, keyLength, keyOf } from "./seal.ts";

/**
 * Reads a wrapping key: 32 bytes in hexadecimal or base64url, in a file that nobody else may read.
 *
 * @throws CannotStart when there is no such file, it is open to others, or holds something else
 */
export function readWrappingKey(file: string): KeyObject {
	if (!existsSync(file)) {
		throw new CannotStart(`The wrapping key is not at ${file}: without it no history can be read.`);
	}
	const { mode } = statSync(file);
	if (mode & 0o077) {
		const open = (mode & 0o777).toString(8);
		throw new CannotStart(
			`The wrapping key ${file} is open to other accounts (${open}): run “chmod 600 ${file}”.`,
		);
	}
	const key = decode(readFileSync(file, "utf8").trim());
	if (key) return keyOf(key);
	throw new CannotStart(
		`${file} is not a wrapping key: 32 bytes are needed, in hexadecimal or base64url.`,
	);
}

/**
 * Writes a new wrapping key, and makes sure that it lies on the disk before anything is locked
 * with it.
 *
 * @throws CannotStart when there is a file already: a key is never overwritten
 */
export function makeWrappingKey(file: string): void {
	if (existsSync(file)) throw new CannotStart(`There is a file at ${file} already.`);
	mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
	writeNewFile(file, `${drawKey().toString("base64url")}\n`);
}

function decode(text: string): Buffer | undefined {
	if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, "hex");
	const bytes = /^[A-Za-z0-9_-]{43}=?$/.test(text) ? Buffer.from(text, "base64url") : undefined;
	return bytes?.length === keyLength ? bytes : undefined;
}
