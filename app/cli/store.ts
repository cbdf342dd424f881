import { join } from "node:path";
import type { Command } from "commander";
import { readEnvironment } from "#app/server/environment.server.ts";
import { type Db, migrate, openDb } from "#db/client.ts";

/** Opens the store of the data directory, up to date, for the length of one command. */
export function withStore(program: Command, act: (db: Db) => void): void {
	const read = readEnvironment(process.env);
	if (!read.ok) program.error(read.sentence);
	else {
		const db = openDb(join(read.environment.dataDirectory, "relais.db"));
		try {
			migrate(db);
			act(db);
		} finally {
			db.$client.close();
		}
	}
}
