import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Db } from "#db/client.ts";
import { sentToCrip, tellInStore } from "#db/small-casework.ts";
import { type SmallTerritory, smallTerritory } from "#db/small-territory.ts";
import { closeStores, openStores, placesIn } from "#db/stores.ts";

/** How stores are made durable here, on each line: what production does. */
export const durability = "WAL, synchronous=FULL";

/** A directory of its own for a bench, removed when the process ends. */
export function freshDirectory(): string {
	const directory = mkdtempSync(join(tmpdir(), "relais-bench-"));
	process.once("exit", () => rmSync(directory, { recursive: true, force: true }));
	return directory;
}

/** A store on disk with the small territory. */
export function freshStore(directory = freshDirectory()): SmallTerritory {
	return smallTerritory(join(directory, "relais.db"));
}

/** Opens a store again, as a process does that begins. */
export function openAgain(directory: string): Db {
	return openStores(placesIn(directory));
}

/** Empties the log into the file and closes it, so that it can be copied. */
export function settleStore(db: Db): void {
	db.$client.pragma("wal_checkpoint(TRUNCATE)");
	closeStores(db);
}

/** Situations whose handoff waits for its recipient, told by the real writer. */
export function tellTemplates(territory: SmallTerritory, count: number): number[] {
	return Array.from(
		{ length: count },
		(_, seed) => tellInStore(territory, sentToCrip, { seed: seed + 1 }).situationPk,
	);
}

/** "1.2 GB", "3 MB". */
export function sizeOf(file: string): string {
	const bytes = statSync(file).size;
	return bytes > 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${(bytes / 1e6).toFixed(0)} MB`;
}
