import { join } from "node:path";
import type { Command } from "commander";
import { readEnvironment } from "#app/server/environment.server.ts";
import { countMigrations, migrate, openDb } from "#db/client.ts";

/** `relais migrate`: brings the store up to date without serving it. */
export function addMigrate(program: Command): void {
	program
		.command("migrate")
		.description("Creates the store, or brings its tables up to date.")
		.action(() => {
			const read = readEnvironment(process.env);
			if (!read.ok) program.error(read.sentence);
			else bringUpToDate(join(read.environment.dataDirectory, "relais.db"));
		});
}

function bringUpToDate(file: string): void {
	const db = openDb(file);
	migrate(db);
	console.log(`The store is up to date: ${countMigrations(db)} migration(s) applied.`);
	db.$client.close();
}
