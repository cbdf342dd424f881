import Database from "better-sqlite3";
import { whatIdentifies } from "#protocols/language/schema-leaves.for-tests.ts";
import { type ColumnClass, type ColumnClassDefinition, columnClasses } from "./column-classes.ts";
import { listOf, type StoredTable } from "./read-schema.ts";
import type { StoredValue, TableEntry } from "./table-entry.ts";

type Row = Record<string, StoredValue>;

/** What was tried on a store: how often, what it took in all the same, and what it refused wrongly. */
export type Tried = { tries: number; takenIn: string[]; refusedWrongly: string[] };

/**
 * Tries to write into each closed column what a hurried person might type, on empty copies of the
 * tables, references on and triggers left out: the tables alone must refuse.
 */
export function tryIdentities(
	client: Database.Database,
	tables: StoredTable[],
	register: readonly TableEntry[],
): Tried {
	const copy = emptyCopy(client);
	const tried: Tried = { tries: 0, takenIn: [], refusedWrongly: [] };
	const rows = new Map<string, Row>();
	for (const table of inOrder(tables)) {
		const entry = register.find(
			(known) => known.table === table.name && known.store === table.store,
		);
		if (!entry) continue;
		const row = sampleRow(table, entry, rows);
		rows.set(table.name, row);
		tryTable(copy, { table, entry, row }, tried);
		// Kept, so that other tables can refer to it.
		const refusal = refusalOf(copy, table.name, row);
		if (refusal) tried.refusedWrongly.push(`${table.name}: ${refusal.message}`);
	}
	copy.close();
	return tried;
}

function tryTable(
	copy: Database.Database,
	{ table, entry, row }: { table: StoredTable; entry: TableEntry; row: Row },
	tried: Tried,
): void {
	for (const [name, { class: own }] of Object.entries(entry.columns)) {
		for (const value of intruders(own)) {
			tried.tries += 1;
			copy.exec("savepoint tried");
			const refusal = refusalOf(copy, table.name, { ...row, [name]: value });
			copy.exec("rollback to tried; release tried");
			if (refusal && byItself.test(refusal.code)) continue;
			const what = `${table.name}.${name}: ${JSON.stringify(value)}`;
			tried.takenIn.push(refusal ? `${what} (${refusal.message})` : what);
		}
	}
}

/** What no column of a class may take. */
function intruders(own: ColumnClass): StoredValue[] {
	const { proof }: ColumnClassDefinition = columnClasses[own];
	if (proof === "none") return [];
	// What can be read as a number becomes one: only a CHECK can tell which numbers are meant.
	const texts = whatIdentifies.filter((text) => proof !== "type" || Number.isNaN(Number(text)));
	return [...texts, ...(numbers[own] ?? [])];
}

/** The refusals of a CHECK, of a reference, and of a STRICT table's types. */
const byItself = /^SQLITE_(CONSTRAINT_(CHECK|FOREIGNKEY|DATATYPE)|MISMATCH)$/;

/** Numbers that no closed number may be: a telephone, one that is too long, one below nothing. */
const numbers: Partial<Record<ColumnClass, number[]>> = {
	yes_no: [2, 612_345_678],
	bounded_int: [612_345_678_901, -612_345_678],
	iso_week: [612_345_678],
	instant_open: [612_345_678, 33_612_345_678, 104_037_505_601_234],
};

function refusalOf(client: Database.Database, table: string, row: Row) {
	const names = Object.keys(row);
	const columns = names.map((name) => `"${name}"`).join(", ");
	const places = names.map(() => "?").join(", ");
	try {
		client
			.prepare(`insert into "${table}" (${columns}) values (${places})`)
			.run(...Object.values(row));
		return undefined;
	} catch (error) {
		if (error instanceof Database.SqliteError) return error;
		throw error;
	}
}

/** The same tables, without a row and without a trigger. */
function emptyCopy(client: Database.Database): Database.Database {
	const copy = new Database(":memory:");
	copy.pragma("foreign_keys = ON");
	const statements = client
		.prepare("select sql from sqlite_schema where sql is not null and type in ('table', 'index')")
		.pluck()
		.all() as string[];
	for (const sql of statements.filter((text) => !/\bsqlite_\w+/.test(text))) copy.exec(sql);
	return copy;
}

/** Whatever a table refers to comes before it. */
function inOrder(tables: StoredTable[]): StoredTable[] {
	const placed = new Set<string>();
	const ordered: StoredTable[] = [];
	const place = (table: StoredTable) => {
		if (placed.has(table.name)) return;
		placed.add(table.name);
		for (const { table: other } of table.references) {
			const parent = tables.find(({ name }) => name === other);
			if (parent) place(parent);
		}
		ordered.push(table);
	};
	for (const table of tables) place(table);
	return ordered;
}

/** A row of examples; what it refers to is the example of the other table. */
function sampleRow(table: StoredTable, entry: TableEntry, rows: Map<string, Row>): Row {
	const names = table.columns.map(({ name }) => name);
	return Object.fromEntries(
		names.map((name) => {
			const known = entry.columns[name];
			const reference = table.references.find(({ from }) => from === name);
			const referred = reference && rows.get(reference.table)?.[reference.to];
			if (known?.example !== undefined) return [name, known.example];
			if (referred !== undefined) return [name, referred];
			const [word] = listOf(table, name) ?? [];
			return [name, word ?? ordinary[known?.class ?? "setting"] ?? "text"];
		}),
	);
}

/** An example of each class that has no form of its own. */
const ordinary: Partial<Record<ColumnClass, StoredValue>> = {
	pk: 1,
	yes_no: 0,
	bounded_int: 1,
	instant_open: 1_790_000_000_000,
	instant_staff: 1_790_000_000_000,
	cipher: Buffer.alloc(60),
};
