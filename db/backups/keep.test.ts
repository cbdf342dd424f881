import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { backupsIn, filesAt, keysBeside, lastBackupAt } from "./backup-names.ts";
import { removeExpired, usualKeeping } from "./keep.ts";

const now = Date.UTC(2026, 10, 22, 12);
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

test("of forty days of quarters of an hour: a day of all, a month of days, a week of keys", () => {
	const directory = emptyDirectory();
	for (let at = now - 40 * dayMs; at <= now; at += 15 * minuteMs) put(directory, at);

	removeExpired(directory, usualKeeping, now);

	const left = backupsIn(directory);
	expect(left.filter(({ at }) => at > now - dayMs)).toHaveLength(96);
	expect(left).toHaveLength(96 + 29);
	const oldest = left.at(-1)?.at ?? 0;
	expect(oldest).toBeGreaterThan(now - 30 * dayMs);
	const keys = left.filter(({ files }) => files.keys);
	expect(keys.every(({ at }) => at > now - 7 * dayMs)).toBe(true);
	expect(keys.length).toBeGreaterThan(96 + 5);
	expect(left.every(({ files }) => files.store)).toBe(true);
});

test("however many are wanted, none outlives what may be forgotten meanwhile", () => {
	const directory = emptyDirectory();
	for (let days = 0; days < 50; days += 1) put(directory, now - days * dayMs);

	removeExpired(directory, { latest: 1000, days: 1000 }, now);

	expect(backupsIn(directory)).toHaveLength(30);
	expect(backupsIn(directory).filter(({ files }) => files.keys)).toHaveLength(7);
});

test("the newest stays however old it is, and files of others are left alone", () => {
	const directory = emptyDirectory();
	put(directory, now - 90 * dayMs);
	writeFileSync(join(directory, "relais-notes.age"), "");

	expect(removeExpired(directory, { latest: 1, days: 0 }, now)).toBe(0);
	expect(readdirSync(directory)).toHaveLength(3);
	expect(lastBackupAt(directory)).toBe(now - 90 * dayMs);
});

test("a store goes with the newest keys beside it", () => {
	const directory = emptyDirectory();
	const older = put(directory, now - dayMs);
	const newer = put(directory, now);

	expect(keysBeside(older.store)).toBe(newer.keys);
	expect(() => keysBeside(join(directory, "copy.store.age"))).toThrow("--keys");
});

function put(directory: string, at: number) {
	const files = filesAt(directory, at);
	for (const file of Object.values(files)) writeFileSync(file, "");
	return files;
}

function emptyDirectory(): string {
	return mkdtempSync(join(tmpdir(), "relais-"));
}
