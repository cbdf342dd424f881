import type Database from "better-sqlite3";

/** Rows of a table, and the condition that finds them. */
export type Reached = { table: string; where: string };

type ForeignKey = { table: string; from: string; to: string; seq: number; on_delete: string };

/**
 * The tables whose rows refer to a row of another one, at any distance, each before the one that it
 * refers to. It is read from the schema, so that a table added later cannot be forgotten.
 *
 * What refers with `ON DELETE SET NULL` stays, without its reference.
 *
 * @param where the condition of the row itself, with `?` for its key
 */
export function reachedBy(client: Database.Database, table: string, where: string): Reached[] {
	const tables = client
		.prepare("SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'")
		.pluck()
		.all() as string[];
	const below = tables
		.filter((name) => name !== table)
		.flatMap((name) =>
			keysTo(client, name, table).flatMap(({ from, to }) =>
				reachedBy(client, name, `${from} IN (SELECT ${to} FROM ${table} WHERE ${where})`),
			),
		);
	return [...below, { table, where }];
}

function keysTo(client: Database.Database, name: string, table: string): ForeignKey[] {
	const keys = client.prepare("SELECT * FROM pragma_foreign_key_list(?)").all(name) as ForeignKey[];
	return keys.filter((key) => key.table === table && key.on_delete !== "SET NULL");
}
