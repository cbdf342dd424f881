import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { encrypted } from "./age-file.ts";
import { archived, unpacked } from "./archive.ts";
import { recipient } from "./backup-stage.for-tests.ts";
import { holdSnapshot } from "./copy-store.ts";

test("bytes are encrypted as they are asked for: a slow disk holds up the reading", async () => {
	let asked = 0;
	async function* endless() {
		for (;;) {
			asked += 1;
			yield new Uint8Array(64 * 1024);
		}
	}
	const stream = (await encrypted(endless(), [recipient]))[Symbol.asyncIterator]();

	for (let pieces = 0; pieces < 50; pieces += 1) await stream.next();
	await turns(50);

	expect(asked).toBeGreaterThan(40);
	expect(asked).toBeLessThan(70);
	await stream.return?.();
});

test("an archive is read back as it was written, whatever the size of its pieces", async () => {
	const directory = mkdtempSync(join(tmpdir(), "relais-"));
	const file = join(directory, "store");
	writeFileSync(file, Buffer.alloc(100_001, "store"));
	const entries = [
		{ name: "empty", bytes: Buffer.alloc(0) },
		{ name: "block", bytes: Buffer.alloc(512, "b") },
		{ name: "relais.db", file },
	];
	async function* crumbled() {
		for await (const piece of archived(entries)) {
			for (let at = 0; at < piece.length; at += 777) yield piece.subarray(at, at + 777);
		}
	}

	const read: Record<string, string> = {};
	for await (const { name, bytes } of unpacked(crumbled())) {
		const pieces: Uint8Array[] = [];
		for await (const piece of bytes) pieces.push(piece);
		read[name] = Buffer.concat(pieces).toString();
	}

	expect(Object.keys(read)).toEqual(["empty", "block", "relais.db"]);
	expect(read.block).toBe("b".repeat(512));
	expect(read["relais.db"]?.length).toBe(100_001);
});

test("a copy is one instant, however much is written at each of its steps", async () => {
	const directory = mkdtempSync(join(tmpdir(), "relais-"));
	const file = join(directory, "store.db");
	const writer = new Database(file);
	writer.pragma("journal_mode = WAL");
	writer.exec("CREATE TABLE pairs (one INTEGER, other INTEGER, ballast BLOB)");
	const insert = writer.prepare("INSERT INTO pairs VALUES (0, 0, randomblob(4000))");
	for (let row = 0; row < 1500; row += 1) insert.run();
	const snapshot = holdSnapshot(file);
	let writes = 0;
	const step = () => {
		writes += 1;
		writer.exec("UPDATE pairs SET one = one + 1; UPDATE pairs SET other = other - 1");
	};
	const timer = setInterval(step, 0);
	step();

	const copy = join(directory, "copy.db");
	await snapshot.copyTo(copy);
	clearInterval(timer);
	snapshot.close();
	writer.close();

	expect(writes).toBeGreaterThan(1);
	const read = new Database(copy);
	expect(
		read.prepare("SELECT count(*) n, max(one) one, min(other) other FROM pairs").get(),
	).toEqual({ n: 1500, one: 0, other: 0 });
	expect(read.pragma("integrity_check", { simple: true })).toBe("ok");
	read.close();
});

/** Lets everything that is under way go on. */
async function turns(count: number): Promise<void> {
	for (let turn = 0; turn < count; turn += 1) {
		await new Promise((resolve) => setImmediate(resolve));
	}
}
