import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { type Bytes, decrypted } from "./age-file.ts";
import { type Unpacked, unpacked } from "./archive.ts";
import { insideNames } from "./back-up.ts";
import { BackupFault } from "./backup-fault.ts";
import type { Part } from "./backup-names.ts";
import { type Manifest, manifestForm } from "./manifest.ts";

/** What a backup says of itself, and what should stand for that. */
export type Told = { manifest: Manifest; text: string; signature: string };

type Opening = {
	part: Part;
	identities: readonly string[];
	into: string;
	signal: AbortSignal | undefined;
};

const mostOfManifest = 64 * 1024;

/**
 * Decrypts one file of a backup, and writes the store that lies in it to a new file.
 *
 * @throws BackupFault when it does not open, is damaged, or does not hold what its manifest says
 */
export async function openBackup(
	file: string,
	{ part, identities, into, signal }: Opening,
): Promise<Told> {
	const small = new Map<string, string>();
	let found: { bytes: number; sha256: string } | undefined;
	for await (const entry of unpacked(decrypted(file, identities))) {
		if (entry.name === insideNames[part]) found = await written(entry, into, signal);
		else if (smallNames.includes(entry.name)) small.set(entry.name, await smallText(entry));
		else throw anotherKind(file, part);
	}
	const [text = "", signature = ""] = smallNames.map((name) => small.get(name));
	const read = manifestForm.safeParse(parsed(text));
	if (!read.success || !found) throw anotherKind(file, part);
	const { bytes, sha256 } = read.data.files[part];
	if (found.bytes !== bytes || found.sha256 !== sha256) {
		throw new BackupFault("damaged", `${file} does not hold what its manifest says.`);
	}
	return { manifest: read.data, text, signature };
}

const smallNames = ["manifest.json", "manifest.signature"];

function anotherKind(file: string, part: Part): BackupFault {
	const wanted = part === "store" ? "the store" : "the keys";
	return new BackupFault("not-a-backup", `${file} is no backup of ${wanted}.`);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

async function smallText({ size, bytes }: Unpacked): Promise<string> {
	if (size > mostOfManifest) {
		throw new BackupFault("not-a-backup", "What was encrypted is no backup of Relais.");
	}
	const pieces: Uint8Array[] = [];
	for await (const piece of bytes) pieces.push(piece);
	return Buffer.concat(pieces).toString("utf8");
}

async function written({ bytes }: Unpacked, into: string, signal: AbortSignal | undefined) {
	const hash = createHash("sha256");
	let size = 0;
	async function* counted(): Bytes {
		for await (const piece of bytes) {
			hash.update(piece);
			size += piece.length;
			yield piece;
		}
	}
	const target = createWriteStream(into, { mode: 0o600, flags: "wx", flush: true });
	await pipeline(counted(), target, { signal });
	return { bytes: size, sha256: hash.digest("hex") };
}
