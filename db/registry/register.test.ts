import { expect, test } from "vitest";
import { migrate, openDb } from "../client.ts";
import { keysInMemory } from "../keys/key-store.ts";
import { findingsOf } from "./findings.ts";
import { readSchema } from "./read-schema.ts";
import { tryIdentities } from "./refusals.for-tests.ts";
import { register } from "./register.ts";

test("every column of both stores has a class, and near a situation nothing can tell who it is", () => {
	expect(findingsOf(bothSchemas(), register)).toEqual([]);
});

test("the tables themselves refuse what identifies, in every closed column", () => {
	const main = mainStore();
	const keys = keysInMemory().client;

	const inMain = tryIdentities(main, readSchema(main, "main"), register);
	const inKeys = tryIdentities(keys, readSchema(keys, "keys"), register);

	expect([...inMain.refusedWrongly, ...inKeys.refusedWrongly]).toEqual([]);
	expect([...inMain.takenIn, ...inKeys.takenIn]).toEqual([]);
	expect(inMain.tries).toBeGreaterThan(3000);
	expect(inKeys.tries).toBeGreaterThan(0);
});

function mainStore() {
	const db = openDb(":memory:");
	migrate(db);
	return db.$client;
}

function bothSchemas() {
	return [...readSchema(mainStore(), "main"), ...readSchema(keysInMemory().client, "keys")];
}
