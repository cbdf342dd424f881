import type { Db } from "#db/client.ts";
import { dataKeyOf } from "#db/keys/key-store.ts";
import { keysOf } from "#db/keys/keys-of.ts";
import { openEvent } from "#db/sealed-events.ts";

/**
 * Columns that two stores of the same history do not share: each seals with nonces of its own, and
 * what hangs on sealed bytes differs with them. Events are opened and compared as what they say.
 */
const own: Record<string, readonly string[]> = {
	journal: ["sealed", "link"],
	checkpoints: ["journal_head", "audit_head", "signature"],
};

/** Where two stores that went through the same acts differ: a sentence a table; empty when nowhere. */
export function differencesBetween(found: Db, expected: Db): string[] {
	const tables = tablesOf(expected);
	return [
		...tables.flatMap((table) => differenceIn(table, found, expected)),
		...differenceOf("events", eventsOf(found), eventsOf(expected)),
	];
}

function tablesOf({ $client }: Db): string[] {
	const named = $client.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1");
	return named.pluck().all() as string[];
}

function differenceIn(table: string, found: Db, expected: Db): string[] {
	const columns = columnsOf(table, expected);
	const ordered = `SELECT ${columns} FROM "${table}" ORDER BY ${columns}`;
	const [left, right] = [found, expected].map(({ $client }) =>
		$client
			.prepare(ordered)
			.raw()
			.all()
			.map((row) => JSON.stringify(row)),
	);
	return differenceOf(table, left ?? [], right ?? []);
}

function columnsOf(table: string, { $client }: Db): string {
	const named = $client.pragma(`table_info("${table}")`) as { name: string }[];
	const shared = named.filter(({ name }) => !own[table]?.includes(name));
	return shared.map(({ name }) => `"${name}"`).join(", ");
}

function eventsOf(db: Db): string[] {
	const rows = db.$client.prepare(
		"SELECT situation_pk, position, sealed FROM journal ORDER BY sequence",
	);
	const keys = keysOf(db);
	const opened = new Map<number, ReturnType<typeof dataKeyOf>>();
	return (rows.raw().all() as [number, number, Buffer][]).map(([situationPk, position, sealed]) => {
		const key = opened.get(situationPk) ?? dataKeyOf(keys, situationPk);
		opened.set(situationPk, key);
		return JSON.stringify(openEvent(key, { situationPk, position }, sealed));
	});
}

function differenceOf(table: string, found: string[], expected: string[]): string[] {
	const at = expected.findIndex((row, index) => row !== found[index]);
	if (at === -1 && found.length === expected.length) return [];
	const index = at === -1 ? expected.length : at;
	return [
		`${table}: ${found.length} rows, expected ${expected.length}; row ${index + 1} is ${found[index] ?? "missing"}, expected ${expected[index] ?? "none"}.`,
	];
}
