import type { StoredTable } from "./read-schema.ts";
import type { TableEntry } from "./table-entry.ts";

/** A column that names one situation or one handoff, whatever the table that it stands in. */
const namesSituation = /^(situation(_pk|_id)?|handoff(_id)?|(\w+_)?handle)$/;

/**
 * The tables that a situation reaches by references in either direction, each with the table that
 * led there. What is known without any situation (structures, protocols, accounts) is declared so
 * and ends the walk, unless it refers to a situation itself.
 */
export function reachedFrom(
	first: string,
	tables: StoredTable[],
	register: readonly TableEntry[],
): Map<string, string> {
	const ground = new Set(
		register.filter(({ about }) => about !== "situation").map(({ table }) => table),
	);
	const reached = new Map([[first, first]]);
	const reach = (table: string, from: string) => {
		if (!reached.has(table)) reached.set(table, from);
	};
	for (const [name, column] of namingTables(tables)) reach(name, `its column ${column}`);
	// A Map grows while it is iterated, so this loop walks the whole graph once.
	for (const [name] of reached) {
		for (const child of childrenOf(name, tables)) reach(child, name);
		for (const parent of parentsOf(name, tables)) if (!ground.has(parent)) reach(parent, name);
	}
	return reached;
}

function namingTables(tables: StoredTable[]): [table: string, column: string][] {
	return tables.flatMap(({ name, columns }) => {
		const naming = columns.find((column) => namesSituation.test(column.name));
		return naming ? [[name, naming.name]] : [];
	});
}

function childrenOf(name: string, tables: StoredTable[]): string[] {
	return tables
		.filter(({ references }) => references.some(({ table }) => table === name))
		.map((child) => child.name);
}

function parentsOf(name: string, tables: StoredTable[]): string[] {
	const own = tables.find((table) => table.name === name);
	return own?.references.map(({ table }) => table) ?? [];
}
