import type { Command } from "commander";
import { type Environment, readEnvironment } from "#app/server/environment.server.ts";
import { startFaultOf } from "#app/server/start-faults.server.ts";
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
		const db = sayingWhy(program, read.environment, () => openStores(read.environment.places));
		try {
			sayingWhy(program, read.environment, () => bringUpToDate(db, chance, rest));
			act(db);
		} finally {
			closeStores(db);
		}
	}
}

/** What keeps a store from being opened is said in one sentence. */
function sayingWhy<Result>(program: Command, environment: Environment, open: () => Result): Result {
	try {
		return open();
	} catch (error) {
		if (error instanceof CannotStart) program.error(error.message);
		const fault = startFaultOf(error, environment);
		if (fault) program.error(fault.english);
		throw error;
	}
}

/** A server may run on the same store: it gets a moment to write between two portions. */
function rest(): void {
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}
