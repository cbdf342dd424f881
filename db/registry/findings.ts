import { type ColumnClass, type ColumnClassDefinition, columnClasses } from "./column-classes.ts";
import { reachedFrom } from "./reached.ts";
import { checksOn, listOf, type StoredColumn, type StoredTable } from "./read-schema.ts";
import type { ColumnEntry, TableEntry } from "./table-entry.ts";

/**
 * Holds a store against the register: everything declared, nothing declared that is not there,
 * and near a situation nothing that could tell who it is about.
 *
 * @returns sentences, one for each thing that is wrong; none when all is well
 */
export function findingsOf(tables: StoredTable[], register: readonly TableEntry[]): string[] {
	const near = reachedFrom("situations", tables, register);
	const entries = new Map(register.map((entry) => [keyOf(entry.store, entry.table), entry]));
	const there = new Set(tables.map(({ store, name }) => keyOf(store, name)));
	return [
		...register
			.filter(({ store, table }) => !there.has(keyOf(store, table)))
			.map(({ table }) => `The table ${table} is declared, and is not there.`),
		...tables.flatMap((table) => {
			const entry = entries.get(keyOf(table.store, table.name));
			if (!entry) return [`The table ${table.name} is not declared.`];
			return tableFindings(table, entry, near.get(table.name));
		}),
	];
}

/** Made by a library as it likes, and written by it alone. */
const madeByLibraries = ["__drizzle_migrations"];

function tableFindings(table: StoredTable, entry: TableEntry, from: string | undefined): string[] {
	const { name, strict, columns } = table;
	const declared = Object.keys(entry.columns);
	const own = columns.map((column) => column.name);
	return [
		...(strict || madeByLibraries.includes(name) ? [] : [`The table ${name} is not STRICT.`]),
		...(from && entry.about !== "situation"
			? [`A situation reaches ${name} through ${from}, and it is declared as ${entry.about}.`]
			: []),
		...own
			.filter((column) => !declared.includes(column))
			.map((column) => `The column ${name}.${column} has no class.`),
		...declared
			.filter((column) => !own.includes(column))
			.map((column) => `The column ${name}.${column} is declared, and is not there.`),
		...columns.flatMap((column) => {
			const known = entry.columns[column.name];
			if (!known || madeByLibraries.includes(name)) return [];
			return columnFindings(table, column, known, entry.about === "situation" || Boolean(from));
		}),
	];
}

function columnFindings(
	table: StoredTable,
	{ name, type }: StoredColumn,
	{ class: own }: ColumnEntry,
	near: boolean,
): string[] {
	const where = `${table.name}.${name}`;
	const findings =
		near && !columnClasses[own].nearSituation
			? [`${where} is ${own}, which no table that a situation reaches may hold.`]
			: [];
	const missing = proofMissing(table, { name, type, own });
	return missing ? [...findings, `${where} is ${own}, but ${missing}.`] : findings;
}

/** What a column of a class must have in the schema itself, and has not. */
function proofMissing(
	table: StoredTable,
	{ name, type, own }: { name: string; type: string; own: ColumnClass },
): string | undefined {
	const { storedAs, proof }: ColumnClassDefinition = columnClasses[own];
	if (!storedAs.some((allowed) => allowed === type)) return `it is kept as ${type}`;
	const proved = {
		none: true,
		type: true,
		check: checksOn(table, name).length > 0,
		list: listOf(table, name) !== undefined,
		reference: table.references.some(({ from }) => from === name),
	}[proof];
	return proved ? undefined : sayMissing[proof];
}

const sayMissing = {
	none: "",
	type: "",
	check: "no CHECK holds it to its form",
	list: "no CHECK lists its words",
	reference: "it refers to nothing",
};

function keyOf(store: string, table: string): string {
	return `${store}/${table}`;
}
