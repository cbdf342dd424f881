import { createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { type Link, linkLength } from "./chain.ts";
import { symbols, tidyCode } from "./pseudonyms/code.ts";

/** How far a chain has come: how many entries there ever were, and the link of the latest. */
export type Head = { count: number; link: Link };

/** What a checkpoint states: how far both chains had come at an instant. */
export type Statement = { at: number; journal: Head; audit: Head };

/** A statement that the signing key of the store stands for. */
export type Checkpoint = Statement & { signature: Uint8Array };

const title = "relais-checkpoint-1";
const signatureLength = 64;
const shortSymbols = 20;
const groupSymbols = 5;

/** What is signed, to the letter. */
export function statementText({ at, journal, audit }: Statement): string {
	const lines = [title, new Date(at).toISOString(), line("journal", journal), line("audit", audit)];
	return lines.map((text) => `${text}\n`).join("");
}

/** A checkpoint to print or to keep in a file. */
export function checkpointText(checkpoint: Checkpoint): string {
	return `${statementText(checkpoint)}signature ${base64(checkpoint.signature)}\n`;
}

/**
 * Reads a checkpoint that somebody kept: line breaks may have become spaces on the way.
 *
 * @returns undefined when it is not one, or was copied wrongly
 */
export function readCheckpoint(text: string): Checkpoint | undefined {
	const read = checkpointForm.exec(text.trim());
	if (!read?.groups) return undefined;
	const { at = "", journalCount, journalLink, auditCount, auditLink, signature } = read.groups;
	const checkpoint = {
		at: Date.parse(at),
		journal: { count: Number(journalCount), link: Buffer.from(journalLink ?? "", "base64url") },
		audit: { count: Number(auditCount), link: Buffer.from(auditLink ?? "", "base64url") },
		signature: Buffer.from(signature ?? "", "base64url"),
	};
	return isWellFormed(checkpoint) ? checkpoint : undefined;
}

const gap = "\\s+";
const headForm = (name: string) =>
	`${name}${gap}(?<${name}Count>\\d{1,15})${gap}(?<${name}Link>[\\w-]{43})`;
const instantForm = "(?<at>\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z)";
const signatureForm = `signature${gap}(?<signature>[\\w-]{86})`;
const checkpointForm = new RegExp(
	`^${[title, instantForm, headForm("journal"), headForm("audit"), signatureForm].join(gap)}$`,
);

/**
 * The short form of a statement, for paper: 100 bits of its hash, as twenty symbols. It holds the
 * counts and the links fast without telling how much happens in a territory.
 */
export function shortForm(statement: Statement): string {
	const hash = createHash("sha256").update(statementText(statement)).digest();
	const bits = [...hash].map((byte) => byte.toString(2).padStart(8, "0")).join("");
	return Array.from({ length: shortSymbols }, (_, index) =>
		symbols.charAt(Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2)),
	).join("");
}

/** Shows a short form in groups of five. */
export function showShortForm(short: string): string {
	return (short.match(new RegExp(`.{1,${groupSymbols}}`, "g")) ?? []).join("-");
}

/** What somebody copied from paper, as a short form; undefined when it cannot be one. */
export function readShortForm(typed: string): string | undefined {
	const short = tidyCode(typed);
	const known = [...short].every((symbol) => symbols.includes(symbol));
	return short.length === shortSymbols && known ? short : undefined;
}

export function signStatement(statement: Statement, signingKey: KeyObject): Checkpoint {
	const signature = sign(null, Buffer.from(statementText(statement)), signingKey);
	return { ...statement, signature };
}

/** Whether the store with this public key stands for a checkpoint. */
export function isSigned(checkpoint: Checkpoint, publicKey: KeyObject): boolean {
	const text = Buffer.from(statementText(checkpoint));
	return verify(null, text, publicKey, checkpoint.signature);
}

/** A public key as a person keeps it: PEM. Undefined when it is none, or not for Ed25519. */
export function readPublicKey(pem: string): KeyObject | undefined {
	try {
		const key = createPublicKey(pem);
		return key.asymmetricKeyType === "ed25519" ? key : undefined;
	} catch {
		return undefined;
	}
}

function line(name: string, { count: entries, link }: Head): string {
	return `${name} ${entries} ${base64(link)}`;
}

function base64(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString("base64url");
}

function isWellFormed({ at, journal, audit, signature }: Checkpoint): boolean {
	const links = [journal.link, audit.link].every(({ length }) => length === linkLength);
	return !Number.isNaN(at) && links && signature.length === signatureLength;
}
