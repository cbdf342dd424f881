import { closeSync, mkdtempSync, openSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Db } from "#db/client.ts";
import { openIncidents } from "#db/incidents.ts";
import { sentToCrip, tellInStore } from "#db/small-casework.ts";
import { monday, smallTerritory } from "#db/small-territory.ts";
import { closeStores } from "#db/stores.ts";
import type { LogEvent } from "./log.server.ts";
import { testServices } from "./services.for-tests.ts";
import { createWitness } from "./witness.server.ts";

/*
 * A large store is read through in a thread of its own, beside the requests. Here every store is
 * large: what the thread finds is said as it is for a small one.
 */
test("a sound store is found whole, and nobody is alarmed", async () => {
	const { db, witness, said } = large();

	witness.begin();
	const before = witness.found;

	expect(await said).toEqual({ event: "history-whole" });
	expect(before).toBeUndefined();
	expect(witness.found).toEqual({ brokenAt: {}, disagreeing: 0, unreadable: 0 });
	expect(openIncidents(db)).toEqual([]);
});

test("an altered history is found at the entry that was altered, and somebody is told", async () => {
	const { db, witness, said } = large();
	db.$client.exec("DROP TRIGGER journal_refuses_update");
	db.$client.exec("UPDATE journal SET sealed = randomblob(300) WHERE sequence = 3");

	witness.begin();

	expect(await said).toMatchObject({ event: "history-altered", journalBrokenAt: 3 });
	expect(witness.found?.brokenAt).toEqual({ journal: 3 });
	expect(openIncidents(db)).toMatchObject([{ source: "store", reason: "history-altered" }]);
});

test("a damaged page is found, and somebody is told", async () => {
	const { db, witness, said } = large();
	const history = db.$client.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'journal'");
	const pageSize = Number(db.$client.pragma("page_size", { simple: true }));
	overwrite(db, (Number(history.pluck().get()) - 1) * pageSize);

	witness.begin();
	await said;

	const reasons = openIncidents(db).map(({ reason }) => reason);
	expect(reasons).toContain("store-unreadable");
});

test("a file that the thread cannot read is no sound store", async () => {
	const { db, witness, said } = large();
	overwrite(db, 0);

	witness.begin();

	expect(await said).toMatchObject({ event: "worker-failed", worker: "witness" });
	expect(witness.found).toBeUndefined();
});

/** A store in a file, whose witness takes any store for a large one, and the first line that it says. */
function large() {
	const { db, ...territory } = smallTerritory(
		join(mkdtempSync(join(tmpdir(), "relais-")), "relais.db"),
	);
	onTestFinished(() => closeStores(db));
	tellInStore({ db, ...territory }, sentToCrip);
	let say: (event: LogEvent) => void;
	const said = new Promise<LogEvent>((resolve) => {
		say = resolve;
	});
	const note = (event: LogEvent) => say(event);
	const clock = { now: () => monday };
	const log = { debug: note, info: note, warn: note, error: note };
	const { incidents } = testServices({ given: { db, clock } });
	const witness = createWitness({ db, clock, log, incidents, largeBytes: 0 });
	return { db, witness, said };
}

/** Writes something else into the file, behind the back of the store. */
function overwrite({ $client }: Db, at: number): void {
	$client.pragma("wal_checkpoint(TRUNCATE)");
	const file = openSync($client.name, "r+");
	writeSync(file, Buffer.alloc(200, 0xff), 0, 200, at);
	closeSync(file);
}
