import { existsSync, readdirSync, readFileSync, statfsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Environment } from "#app/server/environment.server.ts";
import { lastBackupAt } from "#db/backups/backup-names.ts";
import type { Finding } from "./finding.ts";

const megabyte = 1_000_000;
const leastFree = 500 * megabyte;
const largestLog = 256 * megabyte;
const backupEachMs = 24 * 3_600_000;
const largestIdentity = 4096;

/** What a look at a disk said; given by tests. */
export type Disk = { free(directory: string): number };

/** The disk of this machine. */
export const realDisk: Disk = {
	free(directory) {
		const { bavail, bsize } = statfsSync(directory);
		return bavail * bsize;
	},
};

/** Whether the directory of the data is closed to other accounts. */
export function privacyFindings({ places }: Environment): Finding[] {
	const directory = dirname(places.store);
	if (!existsSync(places.store)) return [];
	const mode = statSync(directory).mode & 0o777;
	if ((mode & 0o077) === 0) return [];
	return [{ area: "store", weight: "must", code: "data-open", directory, mode: mode.toString(8) }];
}

/** Whether there is room: a purge and a backup each write the store a second time. */
export function diskFindings({ places }: Environment, disk: Disk): Finding[] {
	if (!existsSync(places.store)) return [];
	const free = disk.free(dirname(places.store));
	const needed = Math.max(leastFree, 2 * statSync(places.store).size);
	const log = sizeOf(`${places.store}-wal`);
	return [
		...(free < needed ? [must("disk-low", free)] : []),
		...(log > largestLog ? [must("log-large", log)] : []),
	];
}

function must(code: "disk-low" | "log-large", bytes: number): Finding {
	return { area: "disk", weight: "must", code, megabytes: Math.round(bytes / megabyte) };
}

function sizeOf(file: string): number {
	return existsSync(file) ? statSync(file).size : 0;
}

/** Whether backups are made, recent, and apart from what opens them. */
export function backupFindings(environment: Environment, now: number): Finding[] {
	const { directory } = environment.backups;
	const area = "backups" as const;
	if (directory === undefined) {
		const weight = environment.demonstration ? "should" : "must";
		return [{ area, weight, code: "backups-unset" }];
	}
	return [
		...ageFindings(directory, now),
		...(isSameDisk(directory, dirname(environment.places.store))
			? [{ area, weight: "should", code: "backup-beside-data", directory } as const]
			: []),
		...identitiesIn(directory).map(
			(file) => ({ area, weight: "must", code: "identity-beside-backups", file }) as const,
		),
	];
}

function ageFindings(directory: string, now: number): Finding[] {
	const last = lastBackupAt(directory);
	if (last === undefined) {
		return [{ area: "backups", weight: "must", code: "backup-none", directory }];
	}
	if (now - last <= backupEachMs) return [];
	const instant = new Date(last).toISOString();
	return [{ area: "backups", weight: "must", code: "backup-old", instant }];
}

function isSameDisk(one: string, other: string): boolean {
	if (!existsSync(one) || !existsSync(other)) return false;
	return statSync(one).dev === statSync(other).dev;
}

/** An identity that lies beside the backups opens them for whoever takes them. */
function identitiesIn(directory: string): string[] {
	if (!existsSync(directory)) return [];
	return readdirSync(directory)
		.map((name) => join(directory, name))
		.filter((file) => statSync(file).isFile() && statSync(file).size <= largestIdentity)
		.filter((file) => readFileSync(file, "utf8").includes("AGE-SECRET-KEY-"));
}
