import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { Readable } from "node:stream";
import { Decrypter, Encrypter } from "age-encryption";
import { BackupFault } from "./backup-fault.ts";

/** Bytes that arrive piece by piece. */
export type Bytes = AsyncIterable<Uint8Array>;

/** Whether a text is a public key that backups can be encrypted to. */
export function isRecipient(text: string): boolean {
	try {
		new Encrypter().addRecipient(text);
		return true;
	} catch {
		return false;
	}
}

/**
 * Encrypts bytes to public keys, as they are asked for: the whole is never in memory. The format is
 * age's, so that `age --decrypt` reads it without Relais.
 *
 * @throws BackupFault when there is no recipient, or one of them is no public key
 */
export async function encrypted(plain: Bytes, recipients: readonly string[]): Promise<Bytes> {
	const wrong = recipients.find((recipient) => !isRecipient(recipient));
	if (recipients.length === 0 || wrong !== undefined) {
		throw new BackupFault(
			"recipients",
			wrong === undefined
				? "Nobody is there to encrypt to: set RELAIS_BACKUP_RECIPIENTS, or run “relais backup keygen”."
				: "A recipient is no public key of age: it begins with age1, and “relais backup keygen” prints one.",
		);
	}
	const encrypter = new Encrypter();
	for (const recipient of recipients) encrypter.addRecipient(recipient);
	return fromWeb(await encrypter.encrypt(toWeb(plain)));
}

/**
 * Decrypts a file, piece by piece. Each piece is proven before it is given; whether the end is there
 * is known at the end only, so that whoever reads must read it whole before they believe it.
 *
 * @throws BackupFault `identity` when none of them opens it, `damaged` when it was altered or cut
 */
export async function* decrypted(file: string, identities: readonly string[]): Bytes {
	if (!existsSync(file) || !statSync(file).isFile()) {
		throw new BackupFault("place", `There is no backup at ${file}.`);
	}
	const decrypter = new Decrypter();
	for (const identity of identities) decrypter.addIdentity(identity);
	const source = createReadStream(file);
	try {
		yield* fromWeb(await decrypter.decrypt(toWeb(source)));
	} catch (error) {
		if (error instanceof BackupFault) throw error;
		throw faultOf(file, error);
	} finally {
		source.destroy();
	}
}

function faultOf(file: string, cause: unknown): BackupFault {
	if (cause instanceof Error && cause.message.startsWith("no identity matched")) {
		const sentence = `${file} was not encrypted to this identity: use the one whose public key was in RELAIS_BACKUP_RECIPIENTS then.`;
		return new BackupFault("identity", sentence, { cause });
	}
	const sentence = `${file} is damaged: it was altered or cut off, or is no backup. Use another one.`;
	return new BackupFault("damaged", sentence, { cause });
}

/**
 * The identities of a file as age keeps them: one a line, `#` before comments.
 *
 * @throws BackupFault when there is none
 */
export function readIdentities(file: string): string[] {
	const text = existsSync(file) ? readFileSync(file, "utf8") : "";
	const lines = text.split("\n").map((line) => line.trim());
	const identities = lines.filter((line) => line !== "" && !line.startsWith("#"));
	if (identities.length > 0 && identities.every(isIdentity)) return identities;
	throw new BackupFault(
		"identity",
		`${file} is no file of identities: it holds a line that begins with AGE-SECRET-KEY-.`,
	);
}

function isIdentity(text: string): boolean {
	try {
		new Decrypter().addIdentity(text);
		return true;
	} catch {
		return false;
	}
}

function toWeb(bytes: Bytes): ReadableStream<Uint8Array> {
	const source = Readable.from(bytes, { objectMode: true, highWaterMark: 1 });
	return Readable.toWeb(source) as unknown as ReadableStream<Uint8Array>;
}

function fromWeb(stream: ReadableStream<Uint8Array>): Bytes {
	return Readable.fromWeb(stream as never, { highWaterMark: 1, objectMode: true });
}
