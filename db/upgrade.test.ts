import {
	chmodSync,
	copyFileSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import type Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { backUp } from "./backups/back-up.ts";
import { filesAt } from "./backups/backup-names.ts";
import { emptyPlace, identity, recipient } from "./backups/backup-stage.for-tests.ts";
import { restoreBackup } from "./backups/restore.ts";
import { type Db, migrate, openDb } from "./client.ts";
import { historyOf, situationOf } from "./history.ts";
import { integrityOf, isWhole } from "./integrity.ts";
import { keysOf } from "./keys/keys-of.ts";
import { checkRows, checkRowsOf } from "./rebuild.ts";
import { findingsOf } from "./registry/findings.ts";
import { readSchema } from "./registry/read-schema.ts";
import { register } from "./registry/register.ts";
import { situations } from "./schema/situations.ts";
import { momentAt } from "./small-territory.ts";
import { closeStores, openStores, type Places, placesIn } from "./stores.ts";
import { beginUpgrade, bringUpToDate } from "./upgrade.ts";

/*
 * What a store of each released version becomes. `db/released/` holds one of each, made by that
 * version itself and filled by its demonstration, with a row in every table; all of it is made up.
 */
const versions = ["0.1.0"];

/** An instant after everything that these stores tell. */
const now = Date.UTC(2026, 10, 22, 9);

test.each(versions)("a store of %s becomes like a new one, with all its rows", (version) => {
	const db = storeOf(version);
	const before = countRows(db.$client);

	migrate(db);

	const after = countRows(db.$client);
	const fresh = openDb(":memory:");
	migrate(fresh);
	expect(schemaOf(db.$client)).toEqual(schemaOf(fresh.$client));
	expect(findingsOf(readSchema(db.$client, "main"), register.filter(inMain))).toEqual([]);
	const { __drizzle_migrations: _own, ...kept } = before;
	expect(Object.keys(kept).length).toBeGreaterThan(50);
	expect(after).toMatchObject(kept);
});

test.each(versions)(
	"a store of %s is whole afterwards: file, references, chains, keys",
	(version) => {
		const db = storeOf(version);

		migrate(db);

		expect(db.$client.pragma("integrity_check", { simple: true })).toBe("ok");
		expect(db.$client.pragma("foreign_key_check")).toEqual([]);
		expect(db.$client.pragma("foreign_keys", { simple: true })).toBe(1);
		const integrity = integrityOf(db, now);
		expect(isWhole(integrity), JSON.stringify(integrity)).toBe(true);
		expect(() => db.$client.exec("DELETE FROM journal")).toThrow("append-only");
		expect(() => db.$client.exec("DELETE FROM audit")).toThrow("append-only");
	},
);

test.each(versions)("every history of %s is still told, and its rows say the same", (version) => {
	const db = storeOf(version);

	const done = bringUpToDate(db, momentAt(now).random);

	const pks = db.select({ pk: situations.pk }).from(situations).all();
	const told = pks.map(({ pk }) => situationOf(db, pk));
	expect(told.length).toBeGreaterThan(5);
	expect(done).toEqual({ rewritten: told.length, untold: 0 });
	expect(pks.every(({ pk }) => historyOf(db, pk).length > 0)).toBe(true);
	expect(checkRows(db)).toEqual([]);
});

test.each(versions)("a number that %s gave away is not given again", (version) => {
	const db = storeOf(version);
	const before = numbersGiven(db.$client);

	migrate(db);

	expect(numbersGiven(db.$client)).toMatchObject(before);
});

test.each(versions)("a store of %s that was brought up to date stays as it is", (version) => {
	const db = storeOf(version);
	bringUpToDate(db, momentAt(now).random);
	const schema = schemaOf(db.$client);
	const rows = countRows(db.$client);

	const again = bringUpToDate(db, momentAt(now).random);

	expect(again).toBeUndefined();
	expect([schemaOf(db.$client), countRows(db.$client)]).toEqual([schema, rows]);
});

test.each(versions)(
	"a history of %s that cannot be told keeps no other one from being told",
	(version) => {
		const db = storeOf(version);
		const [first] = db.select({ pk: situations.pk }).from(situations).all();
		keysOf(db).client.prepare("DELETE FROM data_keys WHERE situation_pk = ?").run(first?.pk);

		const done = bringUpToDate(db, momentAt(now).random);

		expect(done?.untold).toBe(1);
		expect(done?.rewritten).toBeGreaterThan(5);
	},
);

test("what waits for somebody or for a clock is written at once, what is over beside", () => {
	const db = storeOf("0.1.0");
	migrate(db);
	db.$client.exec("UPDATE situations SET latest_act = latest_act + 100");
	// By its rows this one is over as well: what its history says is found beside.
	db.$client.exec("UPDATE situations SET status = 'closed' WHERE pk = 3");
	db.$client.exec("DELETE FROM timers WHERE situation_pk = 3");
	db.$client.exec("UPDATE handoffs SET loop_closed = 1 WHERE situation_pk = 3");
	const pks = db.select({ pk: situations.pk }).from(situations).all();
	const wrong = () => pks.filter(({ pk }) => checkRowsOf(db, pk).length > 0).length;
	const all = wrong();

	const upgrade = beginUpgrade(db, momentAt(now).random);
	const standing = upgrade?.done.rewritten ?? 0;
	const leftAtOnce = wrong();
	const more = upgrade?.goOn(() => false);

	expect(all).toBe(pks.length);
	expect(standing).toBeGreaterThan(1);
	expect(leftAtOnce).toBe(all - standing);
	expect([more, wrong()]).toEqual([true, leftAtOnce - 1]);
	expect(upgrade?.goOn()).toBe(false);
	expect(upgrade?.done).toEqual({ rewritten: all, untold: 0 });
	expect(checkRows(db)).toEqual([]);
	expect(beginUpgrade(db, momentAt(now).random)).toBeUndefined();
});

test("an upgrade that is cut off is begun again, and so is one to another way of computing rows", () => {
	const db = storeOf("0.1.0");
	const begun = beginUpgrade(db, momentAt(now).random);

	const again = beginUpgrade(db, momentAt(now).random);
	while (again?.goOn()) expect(again.done.untold).toBe(0);
	const mark = Number(db.$client.pragma("user_version", { simple: true }));
	db.$client.pragma(`user_version = ${mark + 1}`);
	const other = bringUpToDate(db, momentAt(now).random);

	expect(again?.done.rewritten).toBeGreaterThan(begun?.done.rewritten ?? 0);
	expect(other).toEqual(again?.done);
	expect(db.$client.pragma("user_version", { simple: true })).toBe(mark);
});

test("rows that a crash left behind an upgrade are written at the next start", () => {
	const db = storeOf("0.1.0");

	migrate(db);
	const done = bringUpToDate(db, momentAt(now).random);

	expect(done?.rewritten).toBeGreaterThan(5);
	expect(checkRows(db)).toEqual([]);
});

test.each(versions)(
	"a backup that %s made is restored, proved, and brought up to date",
	async (version) => {
		const db = storeOf(version);
		const directory = mkdtempSync(join(tmpdir(), "relais-backups-"));
		const into = filesAt(directory, now);
		await backUp({ db, into, recipients: [recipient], now, version });
		const to = emptyPlace();
		const wrappingKey = join(dirname(db.$client.name), "wrapping.key");

		const restored = await restoreBackup({
			...{ store: into.store, identities: [identity], to, wrappingKey, now },
		});
		const copy = openStores({ ...placesIn(to), wrappingKey });
		onTestFinished(() => closeStores(copy));
		const done = bringUpToDate(copy, momentAt(now).random);

		expect(restored.sound).toBe(true);
		expect(restored.proof.counts.found).toEqual(restored.proof.counts.said);
		expect(restored.proof.counts.found.openHandoffs).toBeGreaterThan(0);
		expect(restored.proof.counts.found.runningTimers).toBeGreaterThan(0);
		expect(restored.manifest.schema.migrations).toBe(1);
		expect(done?.untold).toBe(0);
		expect(checkRows(copy)).toEqual([]);
	},
);

/** A copy of the store of a version, open and not yet brought up to date. */
function storeOf(version: string): Db {
	const directory = mkdtempSync(join(tmpdir(), "relais-"));
	const places: Places = {
		store: join(directory, "relais.db"),
		keys: join(directory, "keys", "keys.db"),
		wrappingKey: join(directory, "wrapping.key"),
	};
	mkdirSync(join(directory, "keys"), { mode: 0o700 });
	const from = (part: string) => join(import.meta.dirname, "released", `${version}.${part}`);
	writeFileSync(places.store, brotliDecompressSync(readFileSync(from("store.br"))));
	writeFileSync(places.keys, brotliDecompressSync(readFileSync(from("keys.br"))));
	copyFileSync(from("made-up.key"), String(places.wrappingKey));
	chmodSync(String(places.wrappingKey), 0o600);
	const db = openStores(places);
	onTestFinished(() => closeStores(db));
	return db;
}

function inMain({ store }: (typeof register)[number]): boolean {
	return store === "main";
}

/** Every table, index and trigger, whatever SQLite puts in quotes. */
function schemaOf(client: Database.Database): [type: string, name: string, sql: string][] {
	const rows = client
		.prepare(
			"SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type, name",
		)
		.all() as { type: string; name: string; sql: string }[];
	return rows.map(({ type, name, sql }) => [
		type,
		name,
		sql.replace(/[`"]/g, "").replace(/\s+/g, " "),
	]);
}

function countRows(client: Database.Database): Record<string, number> {
	const names = client
		.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
		.pluck()
		.all() as string[];
	const count = (name: string) =>
		client.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number;
	return Object.fromEntries(names.map((name) => [name, count(name)]));
}

function numbersGiven(client: Database.Database): Record<string, number> {
	const rows = client.prepare("SELECT name, seq FROM sqlite_sequence").raw().all();
	return Object.fromEntries(rows as [string, number][]);
}
