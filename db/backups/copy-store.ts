import { closeSync, openSync } from "node:fs";
import Database from "better-sqlite3";

/** How many pages are copied before requests are served again: a megabyte. */
const pagesAtOnce = 256;

/** A store as it was at one instant, however much is written to it meanwhile. */
export type Snapshot = {
	client: Database.Database;
	/** Writes it to a new file that only this account may read. */
	copyTo(file: string, signal?: AbortSignal): Promise<void>;
	close(): void;
};

/**
 * Holds a store fast as it is now. A read transaction of its own keeps what is written after it out
 * of the copy, and the copy from beginning anew each time that another process writes.
 */
export function holdSnapshot(file: string): Snapshot {
	const client = new Database(file, { readonly: true });
	try {
		client.pragma("busy_timeout = 5000");
		client.exec("BEGIN");
		// A transaction begins with the first thing that is read.
		client.prepare("SELECT count(*) FROM sqlite_schema").get();
	} catch (error) {
		client.close();
		throw error;
	}
	return {
		client,
		async copyTo(copy, signal) {
			closeSync(openSync(copy, "wx", 0o600));
			await client.backup(copy, {
				progress() {
					signal?.throwIfAborted();
					return pagesAtOnce;
				},
			});
		},
		close: () => client.close(),
	};
}
