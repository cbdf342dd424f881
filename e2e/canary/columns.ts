import type Database from "better-sqlite3";
import type { Db } from "#db/client.ts";
import { historyOf } from "#db/history.ts";
import { keysOf } from "#db/keys/keys-of.ts";
import { type ColumnClass, columnClasses } from "#db/registry/column-classes.ts";
import { readSchema } from "#db/registry/read-schema.ts";
import { register } from "#db/registry/register.ts";
import type { StoreName } from "#db/registry/table-entry.ts";
import { closeHouse, openHouse } from "./opened.ts";
import type { Hit, Scanner } from "./scan.ts";

/** What was found in a column, with what the register says that it may hold. */
export type ColumnHits = { column: string; class: ColumnClass; hits: Hit[] };

/** The classes in which somebody may be named: a professional, or what all partners read. */
export const mayName: readonly ColumnClass[] = ["staff", "public_text"];

/** Reads every value of every column of both stores, sealed history opened, and looks for traces. */
export function scanColumns(directory: string, scanner: Scanner): ColumnHits[] {
	const db = openHouse(directory);
	try {
		const stores: [StoreName, Database.Database][] = [
			["main", db.$client],
			["keys", keysOf(db).client],
		];
		const columns = stores.flatMap(([store, client]) => scanStore(client, store, scanner));
		return [...columns, scanHistory(db, scanner)];
	} finally {
		closeHouse(db);
	}
}

function scanStore(client: Database.Database, store: StoreName, scanner: Scanner): ColumnHits[] {
	return readSchema(client, store).flatMap(({ name: table, columns }) =>
		columns.map(({ name }) => {
			const values = client.prepare(`select "${name}" from "${table}"`).pluck().all();
			const entry = register.find((known) => known.store === store && known.table === table);
			return {
				column: `${table}.${name}`,
				// A column that nobody declared may hold nothing: the register's own test says so too.
				class: entry?.columns[name]?.class ?? "cipher",
				hits: scanner.scan(joined(values)),
			};
		}),
	);
}

/** Nothing that is sealed can be seen in the bytes: it is opened, as a structure would. */
function scanHistory(db: Db, scanner: Scanner): ColumnHits {
	const situations = db.$client.prepare("select pk from situations").pluck().all() as number[];
	const told = situations.map((pk) => JSON.stringify(historyOf(db, pk)));
	return { column: "journal.sealed, opened", class: "cipher", hits: scanner.scan(joined(told)) };
}

function joined(values: unknown[]): Buffer {
	const parts = values.flatMap((value) => {
		if (value === null) return [];
		return [Buffer.isBuffer(value) ? value : Buffer.from(String(value)), Buffer.from("\n")];
	});
	return Buffer.concat(parts);
}

/** What a class is called in the register. */
export function nameOfClass(own: ColumnClass): string {
	return columnClasses[own].name.en;
}
