import { copyFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Db } from "./client.ts";
import { emptyLog } from "./connection.ts";
import { historyOf, situationOf } from "./history.ts";
import { KeyFault } from "./keys/key-fault.ts";
import { wrappedDataKey } from "./keys/key-store.ts";
import { keysOf } from "./keys/keys-of.ts";
import { purgeSituation } from "./purge.ts";
import { closedSituation, expectCompleted, later } from "./purge-stage.for-tests.ts";
import { situations } from "./schema/situations.ts";
import { closeStores, openStores, placesIn } from "./stores.ts";

describe("a store put back from a backup", () => {
	test("cannot be read where the situation was forgotten since, and forgets it again", () => {
		const { file, db, traces } = closedSituation();
		const backup = backUp(file, db);
		purgeSituation(db, 1, later);
		closeStores(db);
		copyFileSync(backup.store, file);

		const restored = openStores(placesIn(dirname(file)));

		expect(restored.select().from(situations).all()).toHaveLength(2);
		expect(() => historyOf(restored, 1)).toThrow(KeyFault);
		expect(situationOf(restored, 2).position).toBeGreaterThan(3);
		expectCompleted(file, restored, traces);
	});

	test("with its old keys it can: that is why keys are kept seven days only", () => {
		const { file, db } = closedSituation();
		const backup = backUp(file, db);
		purgeSituation(db, 1, later);
		closeStores(db);
		copyFileSync(backup.store, file);
		copyFileSync(backup.keys, placesIn(dirname(file)).keys);

		const restored = openStores(placesIn(dirname(file)));

		expect(historyOf(restored, 1).length).toBeGreaterThan(3);
	});

	test("old keys beside the store of today: the keys of what was forgotten go again", () => {
		const { file, db, traces } = closedSituation();
		const backup = backUp(file, db);
		purgeSituation(db, 1, later);
		closeStores(db);
		copyFileSync(backup.keys, placesIn(dirname(file)).keys);
		const restored = openStores(placesIn(dirname(file)));
		expect(wrappedDataKey(keysOf(restored), 1)).toEqual(traces.key);

		expectCompleted(file, restored, traces);
	});
});

/** A backup eight days before the purge. */
function backUp(file: string, db: Db) {
	const places = placesIn(dirname(file));
	const directory = join(dirname(dirname(file)), "backup");
	mkdirSync(directory);
	const backup = { store: join(directory, "relais.db"), keys: join(directory, "keys.db") };
	for (const client of [db.$client, keysOf(db).client]) emptyLog(client);
	copyFileSync(places.store, backup.store);
	copyFileSync(places.keys, backup.keys);
	return backup;
}
