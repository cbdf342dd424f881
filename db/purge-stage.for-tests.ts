import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { recordAudit } from "./audit.ts";
import type { Db } from "./client.ts";
import { emptyLog } from "./connection.ts";
import { historyOf } from "./history.ts";
import { KeyFault } from "./keys/key-fault.ts";
import { finishPurges } from "./purge.ts";
import { checkRows } from "./rebuild.ts";
import { idempotencyKeys } from "./schema/journal.ts";
import { situations } from "./schema/situations.ts";
import { accompanied, tellInStore } from "./small-casework.ts";
import { momentAt, monday, smallTerritory } from "./small-territory.ts";
import { closeStores, openStores, placesIn } from "./stores.ts";
import { type Traces, tracesOf } from "./traces.ts";
import { verifyChains } from "./verify-chains.ts";

const dayMs = 86_400_000;

/** When the situation is due to be forgotten. */
export const later = monday + 200 * dayMs;

/** A closed situation, read by somebody and opened by a form, beside another one that is open. */
export function closedSituation() {
	const file = join(mkdtempSync(join(tmpdir(), "relais-")), "data", "relais.db");
	const territory = smallTerritory(file);
	const { db } = territory;
	const told = tellInStore(territory, accompanied);
	const other = tellInStore(territory, accompanied, { seed: 2 }).situationPk;
	const reading = { actor: "crip-member", structureId: "crip", act: "READ_SITUATION" } as const;
	recordAudit(db, momentAt(told.now), { ...reading, screen: "situation", situationPk: 1 });
	const traces = tracesOf(db, 1);
	db.insert(idempotencyKeys)
		.values({
			memberId: "spotter-member",
			key: "k".repeat(22),
			bodyHash: "0".repeat(64),
			outcome: traces.names[0] ?? "",
			at: monday,
		})
		.run();
	db.update(situations).set({ status: "closed" }).where(eq(situations.pk, 1)).run();
	return { file, db, traces, other };
}

/** What of a situation can be read in the bytes of both stores and their logs. */
export function found(file: string, { names, key }: Traces): string[] {
	const { store, keys } = placesIn(dirname(file));
	const bytes = Buffer.concat(
		[store, keys].flatMap((path) =>
			[path, `${path}-wal`].filter(existsSync).map((one) => readFileSync(one)),
		),
	);
	const left = names.filter((name) => bytes.includes(name));
	return key && bytes.includes(key) ? [...left, "key"] : left;
}

/** What the next process opens. */
export function reopened(file: string, db: Db): Db {
	closeStores(db);
	return openStores(placesIn(dirname(file)));
}

/** The next start completes the purge, once, and nothing of the situation is left. */
export function expectCompleted(file: string, db: Db, traces: Traces): void {
	expect(finishPurges(db, later).map(({ verified }) => verified)).toEqual([true]);
	expect(finishPurges(db, later)).toEqual([]);
	expect(found(file, traces)).toEqual([]);
	expect(db.select().from(situations).where(eq(situations.pk, 1)).all()).toEqual([]);
	expect(() => historyOf(db, 1)).toThrow(KeyFault);
	expect(checkRows(db)).toEqual([]);
	expect(verifyChains(db.$client, { now: later }).whole).toBe(true);
}

/** What SQLite may leave in the gaps of pages: copies that no table holds any more. */
export function leaveOlderCopies({ $client }: Db, { names }: Traces): void {
	$client.pragma("secure_delete = OFF");
	$client.exec("CREATE TABLE older (name TEXT)");
	const insert = $client.prepare("INSERT INTO older VALUES (?)");
	for (const name of names) insert.run(name);
	emptyLog($client);
	$client.exec("DROP TABLE older");
	$client.pragma("secure_delete = ON");
}
