import { dirname } from "node:path";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { weekOf } from "#protocols/calendar/iso-week.ts";
import { brokenTrailEntry } from "./audit.ts";
import type { Db } from "./client.ts";
import { historyOf, situationOf } from "./history.ts";
import { KeyFault } from "./keys/key-fault.ts";
import { forgetDataKey } from "./keys/key-store.ts";
import { keysOf } from "./keys/keys-of.ts";
import { finishPurges, purgeSituation } from "./purge.ts";
import {
	closedSituation,
	expectCompleted,
	found,
	later,
	leaveOlderCopies,
	reopened,
} from "./purge-stage.for-tests.ts";
import { reachedBy } from "./reach.ts";
import { checkRows } from "./rebuild.ts";
import { audit } from "./schema/audit.ts";
import { idempotencyKeys, journal, purgedSituations } from "./schema/journal.ts";
import { situations } from "./schema/situations.ts";
import { closeStores, openStores, placesIn } from "./stores.ts";
import { verifyChains } from "./verify-chains.ts";

describe("a purge", () => {
	test("leaves no byte of the key, of a code or of an address in either file or log", () => {
		const { file, db, traces } = closedSituation();
		expect(found(file, traces)).toHaveLength(traces.names.length + 1);

		const purged = purgeSituation(db, 1, later);

		expect(purged).toEqual({ situationPk: 1, week: weekOf(later), verified: true });
		expect(found(file, traces)).toEqual([]);
		expect(db.select().from(purgedSituations).all()).toEqual([purged]);
		expect(() => historyOf(db, 1)).toThrow(KeyFault);
	});

	test("leaves no row in any table from which the situation can be reached", () => {
		const { db } = closedSituation();
		const reached = reachedBy(db.$client, "situations", "pk = ?");
		const count = () =>
			Object.fromEntries(
				reached.map(({ table, where }) => [
					table,
					db.$client.prepare(`SELECT count(*) FROM ${table} WHERE ${where}`).pluck().get(1),
				]),
			);
		const before = count();

		purgeSituation(db, 1, later);

		expect(before).toMatchObject({ situations: 1, participations: 3, handoffs: 1 });
		expect(before.handoff_checkpoints).toBeGreaterThan(0);
		expect(new Set(Object.values(count()))).toEqual(new Set([0]));
		expect(db.select().from(idempotencyKeys).all()).toEqual([]);
	});

	test("leaves the chains whole, the other situations readable, and says what it did", () => {
		const { db, other } = closedSituation();

		purgeSituation(db, 1, later);

		expect(verifyChains(db.$client, { now: later })).toMatchObject({
			whole: true,
			stored: { wrong: [] },
		});
		expect(brokenTrailEntry(db)).toBeUndefined();
		expect(situationOf(db, other).position).toBeGreaterThan(3);
		expect(checkRows(db)).toEqual([]);
		expect(db.select().from(audit).all().at(-1)).toMatchObject({
			actor: "system",
			act: "PURGED",
			subject: "verified",
			situationPk: null,
		});
		expect(db.select().from(journal).where(eq(journal.situationPk, 1)).all()).not.toEqual([]);
	});

	test("is for closed situations that are there", () => {
		const { db, other } = closedSituation();

		expect(() => purgeSituation(db, other, later)).toThrow("is open");
		expect(() => purgeSituation(db, 99, later)).toThrow("No situation 99");
		expect(situationOf(db, other).position).toBeGreaterThan(3);
	});

	test("finds the older copies that rearranged pages keep, and writes the file anew", () => {
		const { file, db, traces } = closedSituation();
		leaveOlderCopies(db, traces);

		expect(purgeSituation(db, 1, later).verified).toBe(true);
		expect(found(file, traces)).toEqual([]);
	});

	test("says that it could not be verified while somebody still reads the log, and then is", () => {
		const { file, db, traces } = closedSituation();
		const reader = openStores(placesIn(dirname(file)));
		reader.$client.exec("BEGIN");
		reader.$client.prepare("SELECT count(*) FROM journal").get();

		const first = purgeSituation(db, 1, later);
		const leftMeanwhile = found(file, traces);
		reader.$client.exec("COMMIT");
		closeStores(reader);
		const [again] = finishPurges(db, later);

		expect(first.verified).toBe(false);
		expect(leftMeanwhile).not.toEqual([]);
		expect(again?.verified).toBe(true);
		expect(found(file, traces)).toEqual([]);
	});
});

describe("a purge that was cut off is completed at the next start", () => {
	test.each([
		["the rows", (db: Db) => db.$client, "purged_situations"],
		["the key", (db: Db) => keysOf(db).client, "forgotten"],
	])("before %s could be forgotten: nothing happened", (_what, clientOf, table) => {
		const { file, db, traces } = closedSituation();
		clientOf(db).exec(
			`CREATE TRIGGER full BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'full'); END`,
		);

		expect(() => purgeSituation(db, 1, later)).toThrow("full");

		expect(historyOf(db, 1).length).toBeGreaterThan(3);
		expect(db.select().from(situations).all()).toHaveLength(2);
		expect(found(file, traces)).toHaveLength(traces.names.length + 1);
		expect(finishPurges(db, later)).toEqual([]);
	});

	test("once the key was forgotten and the rows were not", () => {
		const { file, db, traces } = closedSituation();
		forgetDataKey(keysOf(db), 1);

		expectCompleted(file, reopened(file, db), traces);
	});

	test.each(["neither log", "the log of the keys"])(
		"once key and rows were forgotten, and %s was emptied",
		(emptied) => {
			const { file, db, traces } = closedSituation();
			const stopped = () => {
				throw new Error("cut off");
			};
			// What runs after the commit never does.
			const [keys, store] = [keysOf(db).client, db.$client];
			const pragma = { keys: keys.pragma, store: store.pragma };
			if (emptied === "neither log") keys.pragma = stopped;
			store.pragma = stopped;
			expect(() => purgeSituation(db, 1, later)).toThrow("cut off");
			Object.assign(keys, { pragma: pragma.keys });
			Object.assign(store, { pragma: pragma.store });

			expectCompleted(file, reopened(file, db), traces);
		},
	);

	test("once key and rows were forgotten, and older copies are left that nobody can name", () => {
		const { file, db, traces } = closedSituation();
		leaveOlderCopies(db, traces);
		db.$client.pragma = () => {
			throw new Error("cut off");
		};
		expect(() => purgeSituation(db, 1, later)).toThrow("cut off");
		Reflect.deleteProperty(db.$client, "pragma");

		expectCompleted(file, reopened(file, db), traces);
	});

	test("once all was done but to say so", () => {
		const { file, db, traces } = closedSituation();
		db.$client.exec(
			"CREATE TRIGGER full BEFORE UPDATE ON purged_situations WHEN NEW.verified BEGIN SELECT RAISE(ABORT, 'full'); END",
		);
		expect(() => purgeSituation(db, 1, later)).toThrow("full");
		db.$client.exec("DROP TRIGGER full");

		expectCompleted(file, reopened(file, db), traces);
	});
});
