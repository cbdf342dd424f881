import type { KeyObject } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { linkAfter } from "./chain.ts";
import { journalParts } from "./chained-tables.ts";
import type { Checkpoint } from "./checkpoint-text.ts";
import { makeCheckpoint, publicKeyOf } from "./checkpoints.ts";
import { lastEntry } from "./entries.ts";
import { accompanied, tellInStore } from "./small-casework.ts";
import { momentAt, monday, type SmallTerritory, smallTerritory } from "./small-territory.ts";
import { closeStores } from "./stores.ts";
import { sweepTimers } from "./timers.ts";
import { type Verification, verifyChains } from "./verify-chains.ts";

const seed = 20_261_122;
const wanted = 300;
const now = monday + 400 * 86_400_000;

type Row = {
	sequence: number;
	situation_pk: number;
	position: number;
	sealed: Buffer;
	link: Buffer;
};

/** A copy of a store in the hands of somebody with every right on the file, and without its keys. */
let insider: Database.Database;
let outside: Checkpoint;
let publicKey: KeyObject;

const { random } = momentAt(now, seed);

beforeAll(() => {
	const file = join(mkdtempSync(join(tmpdir(), "relais-")), "data", "relais.db");
	const territory = smallTerritory(file);
	for (let story = 0; lastEntry(territory.db).sequence < wanted; story += 1) live(territory, story);

	insider = new Database(file);
	for (const name of triggersOf(insider)) insider.exec(`DROP TRIGGER ${name}`);
	insider.exec("DROP INDEX journal_situation");
	insider.exec(`DELETE FROM journal WHERE sequence > ${wanted}`);
	publicKey = publicKeyOf(territory.db);
	outside = makeCheckpoint(territory.db, now, "asked");
	closeStores(territory.db);
	// The insider also removes what the store itself remembers: the paper is all there is.
	insider.exec("DELETE FROM handoff_checkpoints; DELETE FROM checkpoints");
}, 60_000);

afterAll(() => insider?.close());

/** What somebody with the file can do to one entry. */
const tampers: Record<string, (row: Row) => void> = {
	edit: ({ sequence, sealed }) => {
		replaceSealed(sequence, oneBitOff(sealed));
	},
	delete: ({ sequence }) => {
		insider.prepare("DELETE FROM journal WHERE sequence = ?").run(sequence);
		renumber("> ?", sequence, -1);
	},
	duplicate: ({ sequence, ...row }) => {
		renumber("> ?", sequence, 1);
		insert({ sequence: sequence + 1, ...row });
	},
	swap: ({ sequence }) => {
		const other = sequence === wanted ? sequence - 1 : sequence + 1;
		const move = insider.prepare("UPDATE journal SET sequence = ? WHERE sequence = ?");
		move.run(0, sequence);
		move.run(sequence, other);
		move.run(other, 0);
	},
	"rewrite and rehash": ({ sequence, sealed }) => {
		replaceSealed(sequence, oneBitOff(sealed));
		rehashFrom(sequence);
	},
	truncate: ({ sequence }) => {
		insider.prepare("DELETE FROM journal WHERE sequence >= ?").run(sequence);
	},
};

describe("each of 300 entries, tampered with by somebody who may write the file", () => {
	test("with a checkpoint held outside, every tampering is seen", { timeout: 120_000 }, () => {
		const asked = { witness: { checkpoint: outside }, publicKey, now };
		expect(verifyChains(insider, asked)).toMatchObject({ whole: true, signed: true });

		const seen = Object.keys(tampers).flatMap((name) =>
			outcomesOf(name, asked).map(({ whole }) => !whole),
		);

		const found = seen.filter(Boolean).length;
		process.stdout.write(
			`Tampering seen with a checkpoint: ${found}/${seen.length} (seed ${seed}).\n`,
		);
		expect(seen).toHaveLength(6 * wanted);
		expect(found).toBe(6 * wanted);
	});

	test.each([
		{ name: "edit", first: (entry: number) => entry },
		{ name: "delete", first: (entry: number) => entry },
		{ name: "duplicate", first: (entry: number) => entry + 1 },
		{ name: "swap", first: (entry: number) => Math.min(entry, wanted - 1) },
	])("without one, $name is seen at the first entry that differs", ({ name, first }) => {
		const outcomes = outcomesOf(name, { now });
		// Deleting the very last entry is cutting off the end: seen by nobody.
		if (name === "delete") expect(outcomes.pop()?.whole).toBe(true);

		const found = outcomes.map(({ whole, chains }) => [whole, chains.journal.brokenAt]);
		expect(found).toEqual(outcomes.map((_, index) => [false, first(index + 1)]));
	});

	test.each(["rewrite and rehash", "truncate"])(
		"without one, %s is seen by nobody: a known blind spot",
		(name) => {
			expect(outcomesOf(name, { now }).every(({ whole }) => whole)).toBe(true);
		},
	);
});

/** Tampers with each entry in turn, looks, and puts everything back. */
function outcomesOf(name: string, asked: Parameters<typeof verifyChains>[1]): Verification[] {
	const rows = insider.prepare("SELECT * FROM journal ORDER BY sequence").all() as Row[];
	return rows.map((row) => {
		insider.exec("BEGIN");
		try {
			tampers[name]?.(row);
			return verifyChains(insider, asked);
		} finally {
			insider.exec("ROLLBACK");
		}
	});
}

function replaceSealed(sequence: number, sealed: Buffer): void {
	insider.prepare("UPDATE journal SET sealed = ? WHERE sequence = ?").run(sealed, sequence);
}

/** One bit flipped, drawn with the seed. */
function oneBitOff(sealed: Buffer): Buffer {
	const [high = 0, low = 0, bit = 0] = random.bytes(3);
	const changed = Buffer.from(sealed);
	const at = (high * 256 + low) % sealed.length;
	changed[at] = (changed[at] ?? 0) ^ (1 << (bit % 8));
	return changed;
}

function rehashFrom(sequence: number): void {
	const rows = insider
		.prepare("SELECT * FROM journal WHERE sequence >= ? ORDER BY sequence")
		.all(sequence - 1) as Row[];
	const before = sequence === 1 ? undefined : rows.shift();
	let link: Uint8Array = before?.link ?? new Uint8Array(32);
	const update = insider.prepare("UPDATE journal SET link = ? WHERE sequence = ?");
	for (const { situation_pk: situationPk, ...row } of rows) {
		link = linkAfter(link, journalParts({ situationPk, ...row }));
		update.run(link, row.sequence);
	}
}

/** Moves entries without stepping on one another. */
function renumber(which: string, sequence: number, by: number): void {
	const far = 1_000_000;
	insider
		.prepare(`UPDATE journal SET sequence = sequence + ? WHERE sequence ${which}`)
		.run(far, sequence);
	insider
		.prepare("UPDATE journal SET sequence = sequence - ? WHERE sequence > ?")
		.run(far - by, far);
}

function insert(row: Row): void {
	insider
		.prepare("INSERT INTO journal VALUES (@sequence, @situation_pk, @position, @sealed, @link)")
		.run(row);
}

function triggersOf(client: Database.Database): string[] {
	const rows = client.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'");
	return rows.pluck().all() as string[];
}

/** A situation as the short example tells it, then a month that nobody looks. */
function live(territory: SmallTerritory, story: number): void {
	const told = tellInStore(territory, accompanied, { seed: seed + story });
	for (let day = 0; day < 10; day += 1) {
		sweepTimers(territory.db, momentAt(told.now + day * 86_400_000, story));
	}
}
