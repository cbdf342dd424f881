import type Database from "better-sqlite3";

const kept = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/** A statement of the key store, prepared once for each connection: to prepare it costs more than to run it. */
export function statementOf(client: Database.Database, text: string): Database.Statement {
	const known = kept.get(client) ?? new Map<string, Database.Statement>();
	kept.set(client, known);
	const statement = known.get(text) ?? client.prepare(text);
	known.set(text, statement);
	return statement;
}
