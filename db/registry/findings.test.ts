import Database from "better-sqlite3";
import { expect, test } from "vitest";
import type { ColumnClass } from "./column-classes.ts";
import { findingsOf } from "./findings.ts";
import { readSchema } from "./read-schema.ts";
import { tryIdentities } from "./refusals.for-tests.ts";
import { as, type Subject, type TableEntry } from "./table-entry.ts";

const situations = "CREATE TABLE situations (pk INTEGER PRIMARY KEY) STRICT";
const declared = entry("situations", { pk: "pk" });

test("a store that is as it was declared leaves nothing to say", () => {
	expect(findings([situations], [declared])).toEqual([]);
});

test.each<[string, string[], TableEntry[], string]>([
	[
		"a table that nobody declared",
		[situations, "CREATE TABLE notes (pk INTEGER) STRICT"],
		[declared],
		"The table notes is not declared.",
	],
	[
		"a table that is gone",
		[situations],
		[declared, entry("notes", {})],
		"The table notes is declared, and is not there.",
	],
	[
		"a column that nobody classed",
		["CREATE TABLE situations (pk INTEGER PRIMARY KEY, note TEXT) STRICT"],
		[declared],
		"The column situations.note has no class.",
	],
	[
		"a column that is gone",
		[situations],
		[entry("situations", { pk: "pk", note: "enum" })],
		"The column situations.note is declared, and is not there.",
	],
	[
		"a table that takes any type",
		["CREATE TABLE situations (pk INTEGER PRIMARY KEY)"],
		[declared],
		"The table situations is not STRICT.",
	],
	[
		"a text near a situation",
		["CREATE TABLE situations (pk INTEGER PRIMARY KEY, note TEXT) STRICT"],
		[entry("situations", { pk: "pk", note: "public_text" })],
		"situations.note is public_text, which no table that a situation reaches may hold.",
	],
	[
		"a list that the store does not know",
		["CREATE TABLE situations (pk INTEGER PRIMARY KEY, state TEXT) STRICT"],
		[entry("situations", { pk: "pk", state: "enum" })],
		"situations.state is enum, but no CHECK lists its words.",
	],
	[
		"a form that the store does not know",
		["CREATE TABLE situations (pk INTEGER PRIMARY KEY, code TEXT) STRICT"],
		[entry("situations", { pk: "pk", code: "random" })],
		"situations.code is random, but no CHECK holds it to its form.",
	],
	[
		"a reference to nothing",
		["CREATE TABLE situations (pk INTEGER PRIMARY KEY, lead TEXT) STRICT"],
		[entry("situations", { pk: "pk", lead: "fk" })],
		"situations.lead is fk, but it refers to nothing.",
	],
	[
		"a number kept as text",
		["CREATE TABLE situations (pk INTEGER PRIMARY KEY, age TEXT) STRICT"],
		[entry("situations", { pk: "pk", age: "bounded_int" })],
		"situations.age is bounded_int, but it is kept as TEXT.",
	],
])("%s is found", (_what, tables, entries, finding) => {
	expect(findings(tables, entries)).toContain(finding);
});

test.each([
	[
		"refers to a situation",
		"CREATE TABLE notes (s INTEGER REFERENCES situations (pk), note TEXT) STRICT",
	],
	[
		"names one without referring to it",
		"CREATE TABLE notes (situation_pk INTEGER, note TEXT) STRICT",
	],
	["names a handoff", "CREATE TABLE notes (handoff_id TEXT, note TEXT) STRICT"],
])("a table that %s cannot be declared as if it knew none", (_how, notes) => {
	const own = Object.keys(columnsIn(notes)).map((name): [string, ColumnClass] => [
		name,
		"public_text",
	]);
	const said = findings(
		[situations, notes],
		[declared, entry("notes", Object.fromEntries(own), "network")],
	);

	expect(said).toContainEqual(
		expect.stringMatching(/^A situation reaches notes through .* declared as network/),
	);
	expect(said).toContain(
		"notes.note is public_text, which no table that a situation reaches may hold.",
	);
});

test("what a situation refers to is near it, unless it is known without any situation", () => {
	const tables = [
		"CREATE TABLE places (name TEXT PRIMARY KEY) STRICT",
		"CREATE TABLE situations (pk INTEGER PRIMARY KEY, place TEXT REFERENCES places (name)) STRICT",
	];
	const own = entry("situations", { pk: "pk", place: "fk" });
	const places = (about: Subject) => entry("places", { name: "public_text" }, about);

	expect(findings(tables, [own, places("network")])).toEqual([]);
	expect(findings(tables, [own, places("situation")])).toEqual([
		"places.name is public_text, which no table that a situation reaches may hold.",
	]);
});

test.each<[string, string, ColumnClass]>([
	["a CHECK that lists one word too many", "CHECK (state IN ('open', 'Léa Martin'))", "enum"],
	["a CHECK that lets a space through", "CHECK (state NOT GLOB '*[^a-zA-Z ]*')", "known_name"],
	[
		"a CHECK that looks no further than a NUL",
		"CHECK (length(state) < 9 AND state NOT GLOB '*[^a-z]*')",
		"known_name",
	],
	["a CHECK on the length alone", "CHECK (length(state) < 99)", "random"],
])("%s is noticed when it is tried", (_what, check, columnClass) => {
	const client = store([
		`CREATE TABLE situations (pk INTEGER PRIMARY KEY, state TEXT ${check}) STRICT`,
	]);
	const own = entry("situations", { pk: "pk", state: columnClass });
	own.columns.state.example = "open";

	const tried = tryIdentities(client, readSchema(client, "main"), [own]);

	expect(tried.refusedWrongly).toEqual([]);
	expect(tried.takenIn.join()).toMatch(/situations\.state/);
});

function findings(tables: string[], entries: TableEntry[]): string[] {
	return findingsOf(readSchema(store(tables), "main"), entries);
}

function store(tables: string[]): Database.Database {
	const client = new Database(":memory:");
	for (const table of tables) client.exec(table);
	return client;
}

function columnsIn(table: string): Record<string, string> {
	const [schema] = readSchema(store([situations, table]), "main").filter(
		({ name }) => name !== "situations",
	);
	return Object.fromEntries((schema?.columns ?? []).map(({ name, type }) => [name, type]));
}

function entry<Name extends string>(
	table: string,
	classes: Record<Name, ColumnClass>,
	about: Subject = "situation",
) {
	const words = { fr: "", en: "" };
	const own = Object.entries(classes) as [Name, ColumnClass][];
	const columns = Object.fromEntries(own.map(([name, columnClass]) => [name, as(columnClass, "")]));
	const known = { store: "main", holds: words, why: words, kept: words, readers: words } as const;
	return { ...known, table, about, columns: columns as Record<Name, ReturnType<typeof as>> };
}
