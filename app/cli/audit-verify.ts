import { existsSync, readFileSync } from "node:fs";
import Database from "better-sqlite3";
import type { Command } from "commander";
import { readEnvironment } from "#app/server/environment.server.ts";
import { readCheckpoint, readPublicKey, readShortForm } from "#db/checkpoint-text.ts";
import { verifyChains, type Witness } from "#db/verify-chains.ts";
import { verificationReport } from "./audit-report.ts";

type Options = { store?: string; publicKey?: string; json?: boolean };

/**
 * `relais audit verify`: works out the chains of a store anew. It opens no key store: a partner can
 * run it on a copy, with the paper in their hand.
 */
export function addVerify(audit: Command): void {
	audit
		.command("verify")
		.description("Checks that nobody altered a store, against a checkpoint held outside.")
		.argument("[checkpoint...]", "a checkpoint: its file, its text, or its short form from paper")
		.option("--store <file>", "a copy of relais.db; otherwise that of the data directory")
		.option("--public-key <file>", "what “relais audit public-key” printed")
		.option("--json", "print what was found as JSON")
		.action((words: string[], options: Options) => {
			const witness = witnessOf(audit, words.join(" "));
			const publicKey = publicKeyOf(audit, options.publicKey);
			const client = openCopy(audit, options.store ?? ownStore(audit));
			const found = verifyChains(client, { witness, publicKey, now: Date.now() });
			client.close();
			console.log(options.json ? asJson(found) : verificationReport(found, witness).join("\n"));
			if (!found.whole) process.exitCode = 1;
		});
}

function witnessOf(audit: Command, given: string): Witness | undefined {
	if (given === "") return undefined;
	const text = existsSync(given) ? readFileSync(given, "utf8") : given;
	const checkpoint = readCheckpoint(text);
	if (checkpoint) return { checkpoint };
	const short = readShortForm(text);
	if (short) return { short };
	audit.error("That is neither a checkpoint nor a short form: it may have been copied wrongly.", {
		exitCode: 2,
	});
}

function publicKeyOf(audit: Command, file: string | undefined) {
	if (file === undefined) return undefined;
	const key = existsSync(file) ? readPublicKey(readFileSync(file, "utf8")) : undefined;
	return key ?? audit.error(`${file} is not a public key.`, { exitCode: 2 });
}

function ownStore(audit: Command): string {
	const read = readEnvironment(process.env);
	return read.ok ? read.environment.places.store : audit.error(read.sentence, { exitCode: 2 });
}

function openCopy(audit: Command, file: string): Database.Database {
	if (!existsSync(file)) audit.error(`There is no store at ${file}.`, { exitCode: 2 });
	try {
		const client = new Database(file, { readonly: true });
		client.prepare("SELECT 1 FROM journal, checkpoints LIMIT 1").get();
		return client;
	} catch {
		return audit.error(
			`${file} cannot be read as a store. Copy it, with its -wal file if there is one, to a directory that you may write in.`,
			{ exitCode: 2 },
		);
	}
}

/** Bytes as base64url, and chains without the links that were only noted to compare. */
function asJson(found: object): string {
	return JSON.stringify(found, (name, value: unknown) => {
		if (name === "links") return undefined;
		const bytes = value as { type?: unknown; data?: number[] } | null;
		const isBytes = bytes?.type === "Buffer" && Array.isArray(bytes.data);
		return isBytes ? Buffer.from(bytes.data ?? []).toString("base64url") : value;
	});
}
