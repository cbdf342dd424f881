import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { generateIdentity, identityToRecipient } from "age-encryption";
import { type Command, InvalidArgumentError } from "commander";
import { readVersion } from "#app/server/version.ts";
import { type Backup, backUp } from "#db/backups/back-up.ts";
import { BackupFault } from "#db/backups/backup-fault.ts";
import { type BackupFiles, filesAt, filesOf } from "#db/backups/backup-names.ts";
import { removeExpired, usualKeeping } from "#db/backups/keep.ts";
import { closeStores, openStores } from "#db/stores.ts";
import { inPlainWords } from "./backup-plainly.ts";

type Options = { recipient: string[]; keep: number; days: number; json?: boolean };

/** `relais backup`: a copy of both stores while they are written to, encrypted. */
export function addBackup(program: Command): void {
	const backup = program
		.command("backup")
		.description(
			"Copies both stores, encrypted, also while Relais runs. The wrapping key is in neither.",
		)
		.argument("<file-or-directory>", "a directory, where names hold the instant; or a name")
		.option("--recipient <key>", "a public key besides RELAIS_BACKUP_RECIPIENTS", collect, [])
		.option(
			"--keep <count>",
			"in a directory: how many of the latest stay",
			toCount,
			usualKeeping.latest,
		)
		.option(
			"--days <count>",
			"…and of how many days the last one (stores 30, keys 7 at most)",
			toCount,
			usualKeeping.days,
		)
		.option("--json", "print what was made as JSON")
		.action((place: string, options: Options) =>
			inPlainWords(program, async (environment, signal) => {
				const recipients = [...environment.backups.recipients, ...options.recipient];
				const now = Date.now();
				const into = filesFor(place, now);
				const db = openStores(environment.places);
				try {
					const made = await backUp({ db, into, recipients, now, version: readVersion(), signal });
					const removed = isDirectory(place) ? removeExpired(place, keepingOf(options), now) : 0;
					console.log(
						options.json ? JSON.stringify({ ...made, removed }) : reportOf(made, removed),
					);
				} finally {
					closeStores(db);
				}
			}),
		);
	addKeygen(program, backup);
}

function keepingOf({ keep, days }: Options) {
	return { latest: keep, days };
}

function filesFor(place: string, now: number): BackupFiles {
	if (isDirectory(place)) return filesAt(place, now);
	const files = filesOf(resolve(place.replace(/\.age$/, "")));
	if (!isDirectory(dirname(files.store))) {
		throw new BackupFault("place", `There is no directory ${dirname(files.store)}: make it first.`);
	}
	return files;
}

function isDirectory(place: string): boolean {
	return existsSync(place) && statSync(place).isDirectory();
}

function reportOf({ files, bytes, manifest, listRefused }: Backup, removed: number): string {
	const { situations, openHandoffs, runningTimers } = manifest.counts;
	return [
		`Wrote ${files.store}`,
		`and   ${files.keys}: ${(bytes / 1e6).toFixed(1)} MB together.`,
		`As of ${manifest.at}: ${situations} situation(s), ${openHandoffs} open handoff(s), ${runningTimers} running timer(s).`,
		`Journal ${manifest.heads.journal.count}, trail ${manifest.heads.audit.count}.`,
		...(removed > 0 ? [`${removed} file(s) that had expired were removed.`] : []),
		...(listRefused
			? ["The list of what was forgotten was not this store's: it was put aside as .refused."]
			: []),
		"The wrapping key is in neither file: keep a copy of it elsewhere.",
	].join("\n");
}

function addKeygen(program: Command, backup: Command): void {
	backup
		.command("keygen")
		.description("Makes a pair of keys: the public one for this machine, the identity for a safe.")
		.argument("<file>", "where the identity goes; it must not be there yet")
		.action((file: string) =>
			inPlainWords(program, async () => {
				if (existsSync(file)) throw new BackupFault("place", `There is a file at ${file} already.`);
				mkdirSync(dirname(resolve(file)), { recursive: true, mode: 0o700 });
				const identity = await generateIdentity();
				const recipient = await identityToRecipient(identity);
				const text = `# Relais backups. Public key: ${recipient}\n${identity}\n`;
				writeFileSync(file, text, { mode: 0o600, flag: "wx", flush: true });
				for (const line of wordsFor(recipient, file)) console.log(line);
			}),
		);
}

function wordsFor(recipient: string, file: string): string[] {
	return [
		`RELAIS_BACKUP_RECIPIENTS=${recipient}`,
		`The identity is in ${file}. Nobody can open a backup without it, and whoever has it can.`,
		"Take it off this machine: on paper in a safe, or on a medium kept apart, with a second copy at another place.",
		"It must not lie beside the backups, nor with whoever keeps the wrapping key.",
	];
}

function collect(key: string, before: string[]): string[] {
	return [...before, key];
}

function toCount(text: string): number {
	const count = Number(text);
	if (/^\d{1,4}$/.test(text) && count > 0) return count;
	throw new InvalidArgumentError("A whole number from 1 to 9999.");
}
