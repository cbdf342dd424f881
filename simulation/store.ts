import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { type Db, migrate } from "#db/client.ts";
import { keysOf } from "#db/keys/keys-of.ts";
import { closeStores, openStores, placesIn, wrappingKeyBeside } from "#db/stores.ts";
import { onWrites } from "./writes.ts";

/** The machine is gone in the middle of something: what was not committed never was. */
export class MachineDied extends Error {}

/** Something inside a transaction went wrong; the machine goes on. */
export class Thrown extends Error {}

/** The files of a simulation, on a real disk, with the faults that they may meet. */
export type SimulatedStore = {
	readonly db: Db;
	/** At the write of that number from now, inside its transaction. */
	failAt(write: number, how: "throws" | "dies"): void;
	/** @returns whether what `failAt` announced came to pass */
	disarm(): boolean;
	/** The machine is gone now; what it leaves is what a disk would hold. */
	die(): void;
	/** Opens what is left, as the next start of the server does. */
	start(): void;
	/** No page more than there are. */
	fill(): void;
	empty(): void;
	/** Somebody else writes, and does not end. */
	keepBusy(): void;
	endBusy(): void;
	/** Where backups lie: not with the files of the store. */
	readonly backups: string;
	/** The file of the key that locks the others. */
	readonly wrappingKey: string;
	/** Where something can be put; it is not there yet. */
	emptyPlace(): string;
	/** The files are lost: the next start finds those of another directory. */
	replaceBy(directory: string): void;
	close(): void;
};

/** @param root a directory of its own, which is removed at the end */
export function simulatedStore(root: string): SimulatedStore {
	let lives = 0;
	let directory = join(root, "0");
	let rival: Database.Database | undefined;
	let armed: { left: number; how: "throws" | "dies" } | undefined;
	let fired = false;
	let left: string | undefined;
	let db = opened(directory);
	migrate(db);

	function opened(at: string): Db {
		const fresh = openStores(placesIn(at));
		onWrites(fresh.$client, () => meetWrite());
		return fresh;
	}

	function meetWrite(): void {
		if (!armed || !db.$client.inTransaction) return;
		armed.left -= 1;
		if (armed.left > 0) return;
		const { how } = armed;
		armed = undefined;
		fired = true;
		if (how === "throws") throw new Thrown("A simulated fault.");
		keepWhatIsOnDisk();
		throw new MachineDied("A simulated end.");
	}

	function emptyPlace(): string {
		lives += 1;
		return join(root, String(lives));
	}

	/** What another machine would find: the files as they are now, without their locks. */
	function keepWhatIsOnDisk(): void {
		left = emptyPlace();
		const [from, to] = [placesIn(directory), placesIn(left)];
		mkdirSync(join(left, "keys"), { recursive: true, mode: 0o700 });
		for (const [one, other] of [
			[from.store, to.store],
			[from.keys, to.keys],
		] as const) {
			for (const end of ["", "-wal"]) {
				if (existsSync(one + end)) cpSync(one + end, other + end);
			}
		}
		cpSync(wrappingKeyBeside(from), wrappingKeyBeside(to));
	}

	return {
		get db() {
			return db;
		},
		failAt(write, how) {
			armed = { left: write, how };
			fired = false;
		},
		disarm() {
			armed = undefined;
			return fired;
		},
		die: keepWhatIsOnDisk,
		start() {
			closeStores(db);
			if (left !== undefined) rmSync(directory, { recursive: true });
			directory = left ?? directory;
			left = undefined;
			db = opened(directory);
		},
		fill() {
			for (const client of [db.$client, keysOf(db).client]) {
				client.pragma(`max_page_count = ${client.pragma("page_count", { simple: true })}`);
			}
		},
		empty() {
			for (const client of [db.$client, keysOf(db).client])
				client.pragma("max_page_count = 4294967294");
		},
		keepBusy() {
			rival = new Database(placesIn(directory).store);
			rival.exec("BEGIN IMMEDIATE");
			// Nobody waits five real seconds for a made-up rival.
			db.$client.pragma("busy_timeout = 0");
		},
		endBusy() {
			rival?.exec("ROLLBACK");
			rival?.close();
			rival = undefined;
			db.$client.pragma("busy_timeout = 5000");
		},
		backups: join(root, "backups"),
		get wrappingKey() {
			return wrappingKeyBeside(placesIn(directory));
		},
		emptyPlace,
		replaceBy(other) {
			left = other;
		},
		close() {
			closeStores(db);
			rmSync(root, { recursive: true });
		},
	};
}
