import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import type { Environment } from "#app/server/environment.server.ts";
import { readIdentities } from "#db/backups/age-file.ts";
import { BackupFault } from "#db/backups/backup-fault.ts";
import { type Restored, restoreBackup } from "#db/backups/restore.ts";
import { withUnfinished } from "#db/backups/unfinished.ts";
import { readCheckpoint, readShortForm } from "#db/checkpoint-text.ts";
import { wrappingKeyBeside } from "#db/stores.ts";
import type { Witness } from "#db/verify-chains.ts";
import { inPlainWords } from "./backup-plainly.ts";
import { restoreReport } from "./restore-report.ts";

type Options = {
	identity: string;
	keys?: string;
	wrappingKey?: string;
	purges?: string;
	checkpoint?: string;
	json?: boolean;
};

/** `relais restore` and `relais verify`: a backup put back for good, or only to be proven. */
export function addRestore(program: Command): void {
	withOptions(program.command("restore"))
		.description("Puts a backup back into an empty directory and proves it.")
		.requiredOption("--to <directory>", "an empty directory, or one that is not there yet")
		.action((store: string, options: Options & { to: string }) =>
			inPlainWords(program, async (environment, signal) => {
				const wrappingKey = options.wrappingKey ?? givenKey(environment);
				if (wrappingKey === undefined) {
					throw new BackupFault(
						"identity",
						"A restore needs the wrapping key, which no backup holds: set RELAIS_KEY_FILE or --wrapping-key.",
					);
				}
				const to = resolve(options.to);
				const witness = witnessOf(options);
				const wish = wishOf(store, { ...options, wrappingKey }, witness);
				const restored = await restoreBackup({ ...wish, to, signal });
				tell(restored, witness, options);
				if (!options.json) {
					console.log(`Start it with DATA_DIR=${to} RELAIS_KEY_FILE=${resolve(wrappingKey)}`);
				}
			}),
		);
	withOptions(program.command("verify"))
		.description("Restores a backup to a temporary place, proves it, and removes it again.")
		.action((store: string, options: Options) =>
			inPlainWords(program, async (environment, signal) => {
				const wrappingKey = options.wrappingKey ?? givenKey(environment);
				const witness = witnessOf(options);
				const wish = wishOf(store, { ...options, wrappingKey }, witness);
				const restored = await withUnfinished(tmpdir(), signal, (place) =>
					restoreBackup({ ...wish, to: join(place, "data"), signal }),
				);
				tell(restored, witness, options);
			}),
		);
}

function withOptions(command: Command): Command {
	return command
		.argument("<backup>", "the file of the store: relais-….store.age")
		.requiredOption("--identity <file>", "the identity that “relais backup keygen” wrote")
		.option("--keys <file>", "the backup of the keys; otherwise the newest beside it")
		.option("--wrapping-key <file>", "otherwise RELAIS_KEY_FILE")
		.option("--purges <file>", "the list of what was forgotten; otherwise that beside the backup")
		.option("--checkpoint <text>", "a checkpoint kept outside: its file, text or short form")
		.option("--json", "print what was found as JSON");
}

/** The key that was set, or the one that lies beside the data where Relais is only tried. */
export function givenKey({ places }: Environment): string | undefined {
	if (places.wrappingKey !== undefined) return places.wrappingKey;
	const beside = wrappingKeyBeside(places);
	return existsSync(beside) ? beside : undefined;
}

function wishOf(
	store: string,
	{ identity, keys, wrappingKey, purges }: Options & { wrappingKey: string | undefined },
	witness: Witness | undefined,
) {
	const identities = readIdentities(identity);
	return { store: resolve(store), identities, keys, wrappingKey, purges, witness, now: Date.now() };
}

function witnessOf({ checkpoint: given }: Options): Witness | undefined {
	if (given === undefined) return undefined;
	const text = existsSync(given) ? readFileSync(given, "utf8") : given;
	const checkpoint = readCheckpoint(text);
	if (checkpoint) return { checkpoint };
	const short = readShortForm(text);
	if (short) return { short };
	throw new BackupFault("place", `${given} is neither a checkpoint nor a short form.`);
}

function tell(restored: Restored, witness: Witness | undefined, { json }: Options): void {
	const { manifest, keysAt, proof, keyProof, sound } = restored;
	const { chains, ...rest } = proof;
	const found = { sound, manifest, keysAt, whole: chains.whole, proof: rest, keyProof };
	console.log(json ? JSON.stringify(found) : restoreReport(restored, witness).join("\n"));
	if (!sound) process.exitCode = 1;
}
