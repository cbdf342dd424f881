import { statSync } from "node:fs";
import type Database from "better-sqlite3";

/**
 * Where a connection remembers which file it opened. The process and the built pages each have
 * their own copy of this file, so that a variable of it would be two.
 */
const place = Symbol.for("relais.place");

type Placed = Database.Database & { [place]?: string };

/**
 * A file of ours is no longer where it was opened: it was moved, removed, or another one lies there.
 * Whatever was written now would be gone when the process ends.
 */
export class FileMoved extends Error {
	override name = "FileMoved";
	/** As SQLite calls it, which looks for it in other journal modes than ours. */
	readonly code = "SQLITE_READONLY_DBMOVED";
}

/** Remembers which file a connection has just opened. */
export function rememberPlace(client: Database.Database): void {
	if (client.memory) return;
	Object.defineProperty(client, place, { value: fileAt(client.name), enumerable: false });
}

/**
 * Holds a connection to its file, before anything is written that must still be there tomorrow.
 *
 * @throws FileMoved until the same file is back
 */
export function assertInPlace(client: Database.Database): void {
	const opened = (client as Placed)[place];
	if (opened === undefined || fileAt(client.name) === opened) return;
	throw new FileMoved("A file of the store is no longer where it was opened.");
}

function fileAt(path: string): string {
	const found = statSync(path, { bigint: true, throwIfNoEntry: false });
	return found ? `${found.dev}:${found.ino}` : "none";
}
