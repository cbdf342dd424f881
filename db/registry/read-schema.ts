import type Database from "better-sqlite3";
import type { StoreName } from "./table-entry.ts";

/** A column as the store declares it. */
export type StoredColumn = { name: string; type: string };

/** A table as the store declares it. */
export type StoredTable = {
	store: StoreName;
	name: string;
	strict: boolean;
	columns: StoredColumn[];
	/** Each column that refers to another table, with the column there. */
	references: { from: string; table: string; to: string }[];
	/** The conditions of its CHECKs. */
	checks: string[];
};

/** Every table of a store, as SQLite itself describes it; what SQLite keeps for itself is left out. */
export function readSchema(client: Database.Database, store: StoreName): StoredTable[] {
	const rows = client
		.prepare(
			`select s.name, s.sql, l.strict from sqlite_schema s
			 join pragma_table_list l on l.name = s.name and l.schema = 'main'
			 where s.type = 'table' and s.name not like 'sqlite\\_%' escape '\\' order by s.name`,
		)
		.all() as { name: string; sql: string; strict: number }[];
	return rows.map(({ name, sql, strict }) => ({
		store,
		name,
		strict: strict === 1,
		columns: columnsOf(client, name),
		references: referencesOf(client, name),
		checks: checksIn(sql),
	}));
}

/** The words that a CHECK allows in a column; undefined where none lists them. */
export function listOf({ checks }: StoredTable, column: string): string[] | undefined {
	const list = new RegExp(
		`(?:^|[^\\w"])(?:"\\w+"\\.)?"?${column}"? in \\(((?:'[^']*'(?:, ?)?)+)\\)`,
		"i",
	);
	for (const check of checks) {
		const [, words] = list.exec(check) ?? [];
		if (words) return [...words.matchAll(/'([^']*)'/g)].map(([, word = ""]) => word);
	}
}

/** The conditions that a column stands in. */
export function checksOn({ checks }: StoredTable, column: string): string[] {
	return checks.filter((check) => new RegExp(`(^|[^\\w])${column}([^\\w]|$)`).test(check));
}

function columnsOf(client: Database.Database, table: string): StoredColumn[] {
	const rows = client.prepare("select name, type from pragma_table_xinfo(?)").all(table);
	return rows as StoredColumn[];
}

function referencesOf(client: Database.Database, table: string): StoredTable["references"] {
	const rows = client
		.prepare('select "from", "table", "to" from pragma_foreign_key_list(?)')
		.all(table) as { from: string; table: string; to: string | null }[];
	return rows.map(({ from, table: other, to }) => ({ from, table: other, to: to ?? from }));
}

/** The text between the parentheses of each CHECK, however deep they nest. */
function checksIn(sql: string): string[] {
	return [...sql.matchAll(/\bCHECK\s*\(/gi)].map(({ index, 0: opening }) => {
		const start = index + opening.length;
		let depth = 1;
		let end = start;
		for (; depth > 0 && end < sql.length; end += 1) {
			if (sql[end] === "(") depth += 1;
			if (sql[end] === ")") depth -= 1;
		}
		return sql.slice(start, end - 1);
	});
}
