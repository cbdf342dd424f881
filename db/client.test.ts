import { existsSync, mkdtempSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { countMigrations, type Db, migrate, openDb } from "./client.ts";
import { emptyLog, pragmas } from "./connection.ts";

test("after a write, the store keeps every setting that durability and purge rest on", () => {
	const db = openDb(join(freshDirectory(), "relais.db"));
	migrate(db);

	const seen = Object.keys(pragmas).map((name) => [
		name,
		db.$client.pragma(name, { simple: true }),
	]);

	expect(Object.fromEntries(seen)).toEqual({
		foreign_keys: 1,
		busy_timeout: 5000,
		synchronous: 2,
		secure_delete: 1,
		trusted_schema: 0,
		cell_size_check: 1,
		recursive_triggers: 1,
		temp_store: 2,
	});
	expect(db.$client.pragma("journal_mode", { simple: true })).toBe("wal");
});

test("the directory of the store is closed to other accounts", () => {
	const directory = freshDirectory();

	openDb(join(directory, "relais.db"));

	expect(statSync(directory).mode & 0o777).toBe(0o700);
});

test("every table is strict, and migrating twice changes nothing", () => {
	const db = inMemory();

	migrate(db);
	const once = countMigrations(db);
	migrate(db);

	const loose = db.$client
		.prepare(
			"SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND strict = 0",
		)
		.pluck()
		.all()
		.filter((name) => !/^(sqlite_|__drizzle)/.test(String(name)));
	expect(loose).toEqual([]);
	expect(countMigrations(db)).toBe(once);
});

test.each([
	"INSERT INTO territories (id, name, holiday_region) VALUES ('t', 'T', 'moon')",
	"INSERT INTO territories (id, name, work_days) VALUES ('t', 'T', '089')",
	"INSERT INTO territories (id, name, office_start_minute, office_end_minute) VALUES ('t', 'T', 9, 8)",
	"INSERT INTO territories (id, name, demonstration) VALUES ('t', 'T', 2)",
	"INSERT INTO exceptional_days (territory_id, date, closed) VALUES ('here', '2026-02-30', 1)",
	"INSERT INTO structures (id, territory_id, name, kind) VALUES ('s', 'here', 'S', 'pub')",
	"INSERT INTO structures (id, territory_id, name, kind) VALUES ('s', 'nowhere', 'S', 'school')",
	"INSERT INTO structure_closing_days (structure_id) VALUES ('one')",
	"INSERT INTO structure_closing_days (structure_id, weekday) VALUES ('one', 8)",
	"INSERT INTO members (id, user_id, structure_id, label, duty) VALUES ('m', 'u', 'one', 'A', 'spy')",
	"INSERT INTO structures (id, territory_id, name, kind, sensitive) VALUES ('s', 'here', 'S', 'ase', 'no')",
])("the store itself refuses: %s", (statement) => {
	const db = withOneStructure();

	expect(() => db.$client.exec(statement)).toThrow(/constraint failed|cannot store/);
});

test("a row that was deleted is gone from the file after a checkpoint", () => {
	const file = join(freshDirectory(), "relais.db");
	const db = openDb(file);
	migrate(db);
	db.$client.exec("INSERT INTO territories (id, name) VALUES ('t', 'canary-of-the-test')");
	emptyLog(db.$client);
	const before = bytesOf(file);

	db.$client.exec("DELETE FROM territories");
	emptyLog(db.$client);

	expect(before).toContain("canary-of-the-test");
	expect(bytesOf(file)).not.toContain("canary-of-the-test");
});

function freshDirectory(): string {
	return join(mkdtempSync(join(tmpdir(), "relais-")), "data");
}

function inMemory(): Db {
	const db = openDb(":memory:");
	migrate(db);
	return db;
}

function withOneStructure(): Db {
	const db = inMemory();
	db.$client.exec(`
		INSERT INTO territories (id, name) VALUES ('here', 'Here');
		INSERT INTO structures (id, territory_id, name, kind) VALUES ('one', 'here', 'One', 'school');
		INSERT INTO user (id, name, email, created_at, updated_at) VALUES ('u', 'U', 'u@example.org', 0, 0);
	`);
	return db;
}

function bytesOf(file: string): string {
	const files = [file, `${file}-wal`].filter(existsSync);
	return Buffer.concat(files.map((path) => readFileSync(path))).toString("latin1");
}
