import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateIdentity, identityToRecipient } from "age-encryption";
import { afterEach, expect, test } from "vitest";
import { backupsIn } from "#db/backups/backup-names.ts";
import { sentToCrip, tellInStore } from "#db/small-casework.ts";
import { monday, smallTerritory } from "#db/small-territory.ts";
import { closeStores } from "#db/stores.ts";
import { type Backups, backupWorker } from "./backup-worker.server.ts";
import type { LogEvent } from "./log.server.ts";
import { testServices } from "./services.for-tests.ts";

const quarterMs = 900_000;
const recipient = await identityToRecipient(await generateIdentity());
let close = () => {};

afterEach(() => close());

test("a quarter in which something was written is backed up, one without is not", async () => {
	const { worker, territory, wait, made, lines } = backing();

	await worker.keepUp();
	wait();
	await worker.keepUp();
	expect(made()).toEqual([monday]);

	tellInStore(territory, sentToCrip);
	wait();
	await worker.keepUp();
	expect(made()).toEqual([monday + 2 * quarterMs, monday]);
	expect(lines).toMatchObject([
		{ event: "backed-up", removed: 0, listRefused: false },
		{ event: "backed-up" },
	]);
});

test("a backup that fails is noted, and tried again though nothing else was written", async () => {
	const { worker, territory, wait, made, lines, directory } = backing();
	await worker.keepUp();
	tellInStore(territory, sentToCrip);

	await worker.keepUp();
	expect(lines.at(-1)).toMatchObject({ event: "worker-failed", worker: "backup" });
	expect(readdirSync(directory)).toHaveLength(3);

	wait();
	await worker.keepUp();
	expect(made()).toHaveLength(2);
});

test("a server that stops in the middle leaves nothing that could be read", async () => {
	const { worker, lines, directory } = backing();

	const underway = worker.keepUp();
	await new Promise((resolve) => setImmediate(resolve));
	expect(readdirSync(directory)).toEqual([expect.stringMatching(/^\.relais-unfinished-/)]);
	worker.stop();

	expect(readdirSync(directory)).toEqual([]);
	await underway;
	expect(readdirSync(directory)).toEqual([]);
	expect(lines).toEqual([]);
});

/** A worker on a store with files, whose clock stands until a quarter of an hour is waited. */
function backing() {
	const place = mkdtempSync(join(tmpdir(), "relais-"));
	const territory = smallTerritory(join(place, "data", "relais.db"));
	const directory = join(place, "backups");
	const lines: LogEvent[] = [];
	const note = (event: LogEvent) => lines.push(event);
	let now = monday;
	const services = testServices({
		variables: { RELAIS_BACKUP_DIR: directory, RELAIS_BACKUP_RECIPIENTS: recipient },
		given: {
			db: territory.db,
			clock: { now: () => now },
			log: { debug: note, info: note, warn: note, error: note },
		},
	});
	const worker: Backups = backupWorker(services);
	close = () => {
		worker.stop();
		closeStores(territory.db);
	};
	return {
		worker,
		territory,
		directory,
		lines,
		wait() {
			now += quarterMs;
		},
		made: () => backupsIn(directory).map(({ at }) => at),
	};
}
