import type { Command } from "commander";
import { type Environment, readEnvironment } from "#app/server/environment.server.ts";
import { CannotStart } from "#db/cannot-start.ts";
import type { Db } from "#db/client.ts";
import { closeStores, openStores } from "#db/stores.ts";
import { bringUpToDate } from "#db/upgrade.ts";
import { chance } from "./moment.ts";

/** Opens the store of the data directory, up to date, for the length of one command. */
export function withStore(program: Command, act: (db: Db) => void): void {
	const read = readEnvironment(process.env);
	if (!read.ok) program.error(read.sentence);
	else {
		const db = opened(program, read.environment);
		try {
			bringUpToDate(db, chance);
			act(db);
		} finally {
			closeStores(db);
		}
	}
}

function opened(program: Command, { places }: Environment): Db {
	try {
		return openStores(places);
	} catch (error) {
		if (error instanceof CannotStart) program.error(error.message);
		throw error;
	}
}
