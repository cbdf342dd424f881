import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { apply, sameSchema } from "./migration-difference.mjs";
import { presentSchema } from "./present-schema.mjs";

const migrations = join(import.meta.dirname, "../db/migrations");
const released = read("released.json") as Released[];
const { entries } = read("meta/_journal.json") as { entries: Entry[] };

type Released = { version: string; tag: string; when: number; sha256: string };
type Entry = { idx: number; tag: string; when: number };

test.each(released)("$tag is as $version released it", ({ tag, sha256 }) => {
	const text = readFileSync(join(migrations, `${tag}.sql`), "utf8");

	expect(createHash("sha256").update(text).digest("hex")).toBe(sha256);
});

test("what was released comes first, in its order, at its instant; at most one migration follows", () => {
	const known = released.map(({ tag, when }, idx) => ({ idx, tag, when }));

	expect(entries.slice(0, known.length)).toMatchObject(known);
	expect(entries.length - known.length).toBeLessThanOrEqual(1);
	const instants = entries.map(({ when }) => when);
	expect(instants).toEqual(instants.toSorted((one, other) => one - other));
	expect(new Set(instants).size).toBe(instants.length);
});

test("each released version but the present one left a store to try upgrades on", () => {
	const lacking = released.filter(
		({ version }) => !existsSync(join(migrations, `../released/${version}.store.br`)),
	);

	expect(lacking).toEqual([]);
});

test("the migrations lead to what the schema says: “npm run db:generate” was not forgotten", async () => {
	const store = new Database(":memory:");
	for (const { tag } of entries) apply(store, readFileSync(join(migrations, `${tag}.sql`), "utf8"));
	const fresh = new Database(":memory:");
	apply(fresh, await presentSchema());

	expect(sameSchema(store, fresh)).toBe(true);
});

function read(name: string): unknown {
	return JSON.parse(readFileSync(join(migrations, name), "utf8"));
}
