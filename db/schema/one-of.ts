import { type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";

/** The condition of a CHECK that keeps a text column to a closed list. */
export function oneOf(column: SQLiteColumn, values: readonly string[]): SQL {
	const list = values.map((value) => `'${value.replaceAll("'", "''")}'`).join(", ");
	return sql`${column} in (${sql.raw(list)})`;
}

/** The condition of a CHECK that keeps an integer column to no (0) or yes (1). */
export function yesOrNo(column: SQLiteColumn): SQL {
	return sql`${column} in (0, 1)`;
}
