import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { signingKeyOf } from "../checkpoints.ts";
import type { Db } from "../client.ts";
import { historyOf } from "../history.ts";
import { KeyFault } from "../keys/key-fault.ts";
import { purgeSituation } from "../purge.ts";
import { closedSituation, found, later } from "../purge-stage.for-tests.ts";
import { situations } from "../schema/situations.ts";
import { sentToCrip, tellInStore } from "../small-casework.ts";
import { exampleProtocol } from "../small-territory.ts";
import { closeStores, openStores, placesIn, wrappingKeyBeside } from "../stores.ts";
import { filesAt } from "./backup-names.ts";
import { backupStage, emptyPlace } from "./backup-stage.for-tests.ts";
import { joinedList, purgeListIn, purgeListText } from "./purge-list.ts";

const hourMs = 3_600_000;
const before = later - 24 * hourMs;

describe("a backup from before a situation was forgotten, put back", () => {
	test("with its own keys: the list beside it makes it forget again, in the bytes too", async () => {
		const { db, file, traces } = closedSituation();
		const stage = backupStage(db);
		await stage.back(before);
		purgeSituation(db, 1, later);
		await stage.back(later);
		const to = emptyPlace();
		const { keys } = filesAt(stage.directory, before);

		const { keyProof, proof, sound } = await stage.restore(before, { to, keys, now: later });

		expect(proof.counts.found.situations).toBe(2);
		expect(keyProof).toMatchObject({ list: "read", purges: { forgotten: 1, unverified: 0 } });
		expect(keyProof?.counts.situations).toBe(1);
		expect(sound).toBe(true);
		expect(found(join(to, "relais.db"), traces)).toEqual([]);
		const restored = openStores({ ...placesIn(to), wrappingKey: keyBeside(file) });
		expect(() => historyOf(restored, 1)).toThrow(KeyFault);
		expect(historyOf(restored, 2).length).toBeGreaterThan(3);
		closeStores(restored);
	});

	test("with the newest keys it forgets without any list", async () => {
		const { db } = closedSituation();
		const stage = backupStage(db);
		await stage.back(before);
		purgeSituation(db, 1, later);
		await stage.back(later);

		const { keyProof } = await stage.restore(before, { purges: "/nowhere", now: later });

		expect(keyProof).toMatchObject({ list: "refused", purges: { forgotten: 1 } });
	});

	test("a list that somebody wrote into is refused, and forgets nothing", async () => {
		const { db } = closedSituation();
		const stage = backupStage(db);
		purgeSituation(db, 1, later);
		await stage.back(later);
		const list = purgeListIn(stage.directory);
		const link = linkOf(db, 2);
		const [title, ...rest] = readFileSync(list, "utf8").split("\n");
		writeFileSync(list, [title, `2 2026-09-07 ${link}`, ...rest].join("\n"));

		const { keyProof, sound } = await stage.restore(later);

		expect(keyProof).toMatchObject({ list: "refused", purges: { forgotten: 0 } });
		expect(keyProof?.counts.situations).toBe(1);
		expect(sound).toBe(false);
		expect((await stage.back(later + hourMs)).listRefused).toBe(true);
		expect((await stage.restore(later + hourMs)).sound).toBe(true);
	});

	test("a number that was given again is another situation: it stays", async () => {
		const { db, file } = closedSituation();
		const stage = backupStage(db);
		await stage.back(before);
		const lost = tellInStore(territoryOf(db), sentToCrip, { seed: 5 });
		db.update(situations)
			.set({ status: "closed" })
			.where(eq(situations.pk, lost.situationPk))
			.run();
		purgeSituation(db, lost.situationPk, later);
		await stage.back(later);
		const to = emptyPlace();
		await stage.restore(before, { to, keys: filesAt(stage.directory, before).keys, now: later });
		const restored = openStores({ ...placesIn(to), wrappingKey: keyBeside(file) });
		const again = tellInStore(territoryOf(restored), sentToCrip, { seed: 6 });
		expect(again.situationPk).toBe(lost.situationPk);
		const second = backupStage(restored);
		await second.back(later + hourMs);

		const { keyProof, sound } = await second.restore(later + hourMs, {
			purges: purgeListIn(stage.directory),
			wrappingKey: keyBeside(file),
		});

		expect(keyProof).toMatchObject({ list: "read", purges: { forgotten: 0, elsewhere: 1 } });
		expect(keyProof?.counts.openHandoffs).toBe(1);
		expect(sound).toBe(true);
		closeStores(restored);
	});
});

test("what was forgotten under another history stays on the list", () => {
	const { db } = closedSituation();
	const one = { situationPk: 3, week: 0, link: "a".repeat(43) };
	const other = { situationPk: 3, week: 0, link: "b".repeat(43) };

	expect(joinedList([one], [other, one])).toEqual([one, other]);
	expect(purgeListText([one], signingKeyOf(db))).toContain(`3 1970-01-01 ${one.link}\nsignature `);
});

function keyBeside(store: string): string {
	return wrappingKeyBeside({ store });
}

function linkOf({ $client }: Db, situationPk: number): string {
	const first = $client.prepare("SELECT link FROM journal WHERE situation_pk = ? AND position = 1");
	return (first.pluck().get(situationPk) as Buffer).toString("base64url");
}

function territoryOf(db: Db) {
	const versionHash = db.$client.prepare("SELECT hash FROM protocol_versions").pluck().get();
	const protocol = exampleProtocol();
	return { db, territoryId: "small", versionHash: String(versionHash), protocol };
}
