import type { Command } from "commander";
import { countMigrations } from "#db/client.ts";
import { withStore } from "./store.ts";

/** `relais migrate`: brings the store up to date without serving it. */
export function addMigrate(program: Command): void {
	program
		.command("migrate")
		.description("Creates the store, or brings its tables and rows up to date.")
		.action(() => {
			withStore(program, (db) => {
				console.log(`The store is up to date: ${countMigrations(db)} migration(s) applied.`);
			});
		});
}
