import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { BackupFault } from "./backup-fault.ts";

/** The two files of one backup: a key that was forgotten must not live as long as a store does. */
export const parts = ["store", "keys"] as const;

/** Which of the two stores a file holds. */
export type Part = (typeof parts)[number];

/** The two files of one backup. */
export type BackupFiles = Record<Part, string>;

/** A backup in a directory, by the instant in its name; a part may have expired. */
export type FoundBackup = { at: number; files: Partial<BackupFiles> };

const form = /^relais-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.(store|keys)\.age$/;

/** What the files of a backup are called: the instant in UTC, to the second. */
export function filesAt(directory: string, at: number): BackupFiles {
	const stamp = new Date(at).toISOString().replace(/\.\d{3}|[-:]/g, "");
	return filesOf(join(directory, `relais-${stamp}`));
}

/** The two files that share a beginning. */
export function filesOf(beginning: string): BackupFiles {
	return { store: `${beginning}.store.age`, keys: `${beginning}.keys.age` };
}

/** The backups of a directory, newest first. Unfinished ones have other names. */
export function backupsIn(directory: string): FoundBackup[] {
	if (!existsSync(directory)) return [];
	const found = new Map<number, FoundBackup>();
	for (const name of readdirSync(directory)) {
		const read = form.exec(name);
		if (!read) continue;
		const [, year, month, day, hour, minute, second, part] = read;
		const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
		const backup = found.get(at) ?? { at, files: {} };
		backup.files[part as Part] = join(directory, name);
		found.set(at, backup);
	}
	return [...found.values()].sort((one, other) => other.at - one.at);
}

/** When the newest whole backup of a directory was made; undefined when there is none. */
export function lastBackupAt(directory: string): number | undefined {
	return backupsIn(directory).find(({ files }) => files.store && files.keys)?.at;
}

/**
 * The backup of the keys that goes with one of the store: the newest beside it, which knows best
 * what was forgotten since, but none from before it, which may lack keys.
 */
export function keysBeside(store: string): string {
	const own = store.replace(/\.store\.age$/, ".keys.age");
	const beside = backupsIn(dirname(store));
	const at = beside.find(({ files }) => files.store === join(dirname(store), nameOf(store)))?.at;
	const newest = beside.find(({ files }) => files.keys !== undefined);
	if (newest?.files.keys && at !== undefined && newest.at >= at) return newest.files.keys;
	if (own !== store && existsSync(own)) return own;
	throw new BackupFault(
		"place",
		`There is no backup of the keys beside ${store} that is as recent as it: name one with --keys.`,
	);
}

function nameOf(file: string): string {
	return file.slice(file.lastIndexOf("/") + 1);
}
