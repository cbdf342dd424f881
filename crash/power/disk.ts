import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Chance, rarely } from "#protocols/casework/random-choice.ts";
import type { DiskCall } from "./trace.ts";

type Change = Extract<DiskCall, { call: "write" | "truncate" }>;
type File = {
	/** What is on the disk for certain. */
	synced: Buffer;
	/** What was asked since, and may be there in part, in any order. */
	unsynced: Change[];
	/** Whether its name is in its directory for certain. */
	named: boolean;
	removed: boolean;
};

/** A disk that forgets what it was not told to keep. */
export type Disk = Map<string, File>;

/** A disk that holds the files under a directory, all of them synced. */
export function diskWith(directory: string): Disk {
	const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
	const files = entries
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name));
	return new Map(
		files.map((path) => [path, { ...fresh(), synced: readFileSync(path), named: true }] as const),
	);
}

function fresh(): File {
	return { synced: Buffer.alloc(0), unsynced: [], named: false, removed: false };
}

/** Does what a process asked for. */
export function take(disk: Disk, asked: Exclude<DiskCall, { call: "say" }>): void {
	const file = disk.get(asked.file) ?? fresh();
	switch (asked.call) {
		case "write":
		case "truncate":
			disk.set(asked.file, file.removed ? { ...fresh(), unsynced: [asked] } : file);
			if (!file.removed) file.unsynced.push(asked);
			break;
		case "remove":
			file.removed = true;
			break;
		case "sync":
			if (disk.has(asked.file)) settle(file);
			else settleNames(disk, asked.file);
	}
}

function settle(file: File): void {
	file.synced = changed(file.synced, file.unsynced);
	file.unsynced = [];
}

function settleNames(disk: Disk, directory: string): void {
	for (const [path, file] of disk) {
		if (dirname(path) !== directory) continue;
		file.named = true;
		if (file.removed) disk.delete(path);
	}
}

/** What is left of a disk when the power goes: at worst the synced bytes alone, or by chance some more. */
export function leftAfterPowerLoss(disk: Disk, chance?: Chance): Map<string, Buffer> {
	const left = new Map<string, Buffer>();
	for (const [path, { synced, unsynced, named, removed }] of disk) {
		if (!named && !chance?.(2)) continue;
		if (removed && chance?.(2)) continue;
		const kept = chance ? unsynced.flatMap((change) => partOf(change, chance)) : [];
		left.set(path, changed(synced, kept));
	}
	return left;
}

const sectorBytes = 512;

/** A change arrives, or does not, or a write only up to one of its sectors. */
function partOf(change: Change, chance: Chance): Change[] {
	if (chance(2) === 0) return [];
	if (change.call === "truncate" || !rarely(chance, 4)) return [change];
	const sectors = Math.ceil(change.bytes.length / sectorBytes);
	return [{ ...change, bytes: change.bytes.subarray(0, chance(sectors) * sectorBytes) }];
}

/** A file after some more changes, in order. */
function changed(before: Buffer, changes: readonly Change[]): Buffer {
	if (changes.length === 0) return before;
	const longest = Math.max(before.length, ...changes.map(endOf));
	const after = Buffer.alloc(longest);
	before.copy(after);
	let length = before.length;
	for (const change of changes) {
		if (change.call === "truncate") {
			after.fill(0, change.length);
			length = change.length;
		} else {
			change.bytes.copy(after, change.offset);
			length = Math.max(length, endOf(change));
		}
	}
	return after.subarray(0, length);
}

function endOf(change: Change): number {
	return change.call === "truncate" ? change.length : change.offset + change.bytes.length;
}

/** Writes what is left into a directory. */
export function writeOut(left: Map<string, Buffer>, from: string, into: string): void {
	for (const [path, bytes] of left) {
		const place = join(into, path.slice(from.length));
		mkdirSync(dirname(place), { recursive: true });
		writeFileSync(place, bytes, { mode: 0o600 });
	}
}
