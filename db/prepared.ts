import type Database from "better-sqlite3";
import { type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Db, Tx } from "./client.ts";
import { connectionOf } from "./keys/keys-of.ts";

/**
 * Keeps the statements of each open store: to prepare one through drizzle costs several times what
 * running it does. A transaction runs the statements of its store, on the same connection.
 */
export function preparedOnce<Statements>(
	prepare: (db: Db | Tx) => Statements,
): (db: Db | Tx) => Statements {
	const kept = new WeakMap<Database.Database, Statements>();
	return (db) => {
		const connection = connectionOf(db);
		const known = kept.get(connection);
		if (known) return known;
		const made = prepare(db);
		kept.set(connection, made);
		return made;
	};
}

/**
 * What a prepared statement is given for columns: a placeholder of the same name, written into the
 * store as the column writes its values.
 */
export function given<Columns extends Record<string, SQLiteColumn>>(
	columns: Columns,
): { [Name in keyof Columns]: SQL } {
	const placeholders = Object.entries(columns).map(([name, column]) => [
		name,
		sql`${sql.param(sql.placeholder(name), column)}`,
	]);
	return Object.fromEntries(placeholders);
}
