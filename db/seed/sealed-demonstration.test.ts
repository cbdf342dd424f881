import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeAll, expect, test } from "vitest";
import type { SituationEvent } from "#protocols/casework/events.ts";
import { type Db, migrate } from "../client.ts";
import { historyOf } from "../history.ts";
import { reachedBy } from "../reach.ts";
import { situations } from "../schema/situations.ts";
import { openStores, placesIn } from "../stores.ts";
import { seedDemonstration } from "./demonstration.ts";

/*
 * Somebody steals the file of the store with its log, and has no key: which closed answers of the
 * demonstration can they read? Codes of an answer also stand in protocols, as what may be answered,
 * in the scenarios that come with them, which are made up, and in the CHECKs of the schema; there
 * they say nothing about anybody.
 */

let db: Db;
/** Each code that somebody gave as an answer, as a fact, or as a reason. */
let answered: string[];

beforeAll(() => {
	db = openStores(placesIn(join(mkdtempSync(join(tmpdir(), "relais-")), "data")));
	migrate(db);
	seedDemonstration(db, { now: Date.UTC(2026, 10, 22, 2, 11) });
	answered = answersIn(everyEvent(db));
}, 60_000);

test("what can only be an answer is nowhere in the bytes of the store and its log", () => {
	const elsewhere = textsOf("SELECT document FROM protocol_versions")
		.concat(textsOf("SELECT story FROM version_scenarios"))
		.concat(textsOf("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"))
		.join("\n");
	const only = answered.filter((code) => !elsewhere.includes(code));

	const files = [db.$client.name, `${db.$client.name}-wal`].filter(existsSync);
	const bytes = Buffer.concat(files.map((file) => readFileSync(file)));
	expect(files).toHaveLength(2);
	expect(only.length).toBeGreaterThan(5);
	expect(only.filter((code) => bytes.includes(code))).toEqual([]);
});

test("no answer of any kind is in what is kept about situations", () => {
	const whole = copyOf(db);
	const without = copyOf(db);
	without.exec("DROP TRIGGER journal_refuses_delete; DELETE FROM journal");
	for (const { table, where } of reachedBy(without, "situations", "1")) {
		without.exec(`DELETE FROM ${table} WHERE ${where}`);
	}
	without.exec("VACUUM");

	const [told, untold] = [countsIn(whole), countsIn(without)];

	expect(answered.length).toBeGreaterThan(40);
	expect(told).toEqual(untold);
});

test("and would be found, were an event kept in clear", () => {
	const leaking = copyOf(db);
	const before = countsIn(leaking);
	leaking.exec("CREATE TABLE leak (event TEXT)");
	const insert = leaking.prepare("INSERT INTO leak VALUES (?)");
	for (const event of everyEvent(db)) insert.run(JSON.stringify(event));

	const after = countsIn(leaking);

	expect(answered.filter((code) => (after[code] ?? 0) <= (before[code] ?? 0))).toEqual([]);
});

function everyEvent(store: Db): SituationEvent[] {
	const all = store.select({ pk: situations.pk }).from(situations).all();
	return all.flatMap(({ pk }) => historyOf(store, pk));
}

const answerFields = ["facts", "answers", "codes", "outcome", "reason", "information"];

/** Codes of five symbols or more: shorter ones are found in any random bytes. */
function answersIn(events: readonly SituationEvent[]): string[] {
	const codes = new Set<string>();
	const collect = (value: unknown, isAnswer: boolean): void => {
		if (typeof value === "string" && isAnswer && /^[A-Z][A-Z0-9_]{4,}$/.test(value)) {
			codes.add(value);
		} else if (value !== null && typeof value === "object") {
			for (const [field, inner] of Object.entries(value)) {
				collect(inner, isAnswer || answerFields.includes(field));
			}
		}
	};
	for (const event of events) collect(event, false);
	return [...codes].sort();
}

/** A copy in memory, written anew so that the same rows give the same bytes. */
function copyOf({ $client }: Db): Database.Database {
	const bytes = $client.serialize();
	// A copy in memory keeps no log: bytes 18 and 19 of the header say so.
	bytes.fill(1, 18, 20);
	const copy = new Database(bytes);
	copy.exec("VACUUM");
	return copy;
}

function countsIn(client: Database.Database): Record<string, number> {
	const bytes = client.serialize().toString("latin1");
	return Object.fromEntries(answered.map((code) => [code, bytes.split(code).length - 1]));
}

function textsOf(query: string): string[] {
	return db.$client.prepare(query).pluck().all() as string[];
}
