import { describe, expect, test } from "vitest";
import { cleanAudit, recordAudit } from "./audit.ts";
import { shortForm } from "./checkpoint-text.ts";
import { makeCheckpoint, publicKeyOf } from "./checkpoints.ts";
import type { Db } from "./client.ts";
import { sentToCrip, tellInStore } from "./small-casework.ts";
import { momentAt, monday, type SmallTerritory, smallTerritory } from "./small-territory.ts";
import { verifyChains } from "./verify-chains.ts";

const dayMs = 86_400_000;

test("a store that nobody touched is whole, with and without what was kept outside", () => {
	const { db, checkpoint, short } = witnessed();
	const publicKey = publicKeyOf(db);

	for (const witness of [undefined, { checkpoint }, { short }]) {
		expect(verifyChains(db.$client, { witness, publicKey, now: monday })).toMatchObject({
			whole: true,
			chains: {
				journal: { brokenAt: undefined },
				audit: { brokenAt: undefined, head: { count: 3 } },
			},
		});
	}
});

test("what happened after a checkpoint does not speak against it", () => {
	const { db, territory, checkpoint, short } = witnessed();
	tellInStore(territory, sentToCrip, { seed: 2 });
	readSituation(db, monday);

	expect(verifyChains(db.$client, { witness: { checkpoint }, now: monday }).whole).toBe(true);
	expect(verifyChains(db.$client, { witness: { short }, now: monday }).whole).toBe(true);
});

test("a checkpoint of another store, or of another key, is not agreed with", () => {
	const { db, checkpoint } = witnessed();
	const other = witnessed();

	const elsewhere = verifyChains(other.db.$client, { witness: { checkpoint }, now: monday });
	const publicKey = publicKeyOf(other.db);
	const foreign = verifyChains(db.$client, { witness: { checkpoint }, publicKey, now: monday });
	const forged = verifyChains(db.$client, {
		witness: { checkpoint: { ...checkpoint, signature: new Uint8Array(64) } },
		publicKey: publicKeyOf(db),
		now: monday,
	});
	const unknown = verifyChains(db.$client, { witness: { short: other.short }, now: monday });

	expect(elsewhere).toMatchObject({ whole: false, disagreements: [{ kind: "rewritten" }] });
	expect(foreign).toMatchObject({ whole: false, signed: false });
	expect(forged).toMatchObject({ whole: false, signed: false, stored: { wrong: [] } });
	expect(unknown).toMatchObject({ whole: false, witnessed: undefined });
});

describe("the trail", () => {
	test.each([
		["an entry of the trail", "UPDATE audit SET act = 'SIGN_OUT' WHERE sequence = 2"],
		["whom a reading was of", "UPDATE audit SET situation_pk = 2 WHERE sequence = 2"],
		["an entry that is gone", "DELETE FROM audit WHERE sequence = 2"],
		[
			"a number larger than any of ours",
			"UPDATE audit SET at = 9007199254740993 WHERE sequence = 2",
		],
	])("is verified too: %s", (_what, statement) => {
		const { db } = witnessed();
		asInsider(db, statement);

		expect(verifyChains(db.$client, { now: monday })).toMatchObject({
			whole: false,
			chains: { audit: { brokenAt: 2 }, journal: { brokenAt: undefined } },
		});
	});

	test("may lose its oldest entries after a year, and not before", () => {
		const { db, checkpoint, short } = witnessed();
		const late = monday + 400 * dayMs;
		for (const days of [30, 399]) readSituation(db, monday + days * dayMs);
		expect(cleanAudit(db, late - 366 * dayMs)).toBe(4);

		const lawful = verifyChains(db.$client, { witness: { short }, now: late });
		const early = verifyChains(db.$client, { witness: { checkpoint }, now: monday + 100 * dayMs });

		expect(lawful).toMatchObject({ whole: true, chains: { audit: { forgotten: 4 } } });
		expect(early).toMatchObject({
			whole: false,
			disagreements: [{ table: "audit", kind: "forgotten", count: 4 }],
		});
	});
});

describe("the store's own checkpoints", () => {
	test("tell of a history that was rewritten with all its links", () => {
		const { db } = witnessed();
		asInsider(db, "UPDATE journal SET link = randomblob(32) WHERE sequence = 4");
		asInsider(
			db,
			"UPDATE checkpoints SET journal_head = (SELECT link FROM journal WHERE sequence = 4)",
		);

		const { whole, stored } = verifyChains(db.$client, {
			publicKey: publicKeyOf(db),
			now: monday,
		});

		expect(whole).toBe(false);
		expect(stored.wrong.length).toBeGreaterThan(0);
	});

	test("that somebody made up are not signed", () => {
		const { db } = witnessed();
		asInsider(db, "UPDATE checkpoints SET at = at + 1");

		const asked = { publicKey: publicKeyOf(db), now: monday };
		expect(verifyChains(db.$client, asked).stored.wrong).toHaveLength(2);
		expect(verifyChains(db.$client, { now: monday }).stored.wrong).toEqual([]);
	});
});

/** A store with four entries of history, three of the trail, and a checkpoint of them. */
function witnessed() {
	const territory: SmallTerritory = smallTerritory();
	const { db } = territory;
	tellInStore(territory, sentToCrip);
	for (let times = 0; times < 3; times += 1) readSituation(db, monday);
	const checkpoint = makeCheckpoint(db, monday, "asked");
	return { territory, db, checkpoint, short: shortForm(checkpoint) };
}

function readSituation(db: Db, now: number): void {
	const reading = { actor: "crip-member", structureId: "crip", act: "READ_SITUATION" } as const;
	recordAudit(db, momentAt(now), { ...reading, screen: "situation", situationPk: 1 });
}

/** Runs a statement as somebody who may write the file: no trigger stands in the way. */
function asInsider({ $client }: Db, statement: string): void {
	const triggers = $client.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'");
	for (const name of triggers.pluck().all()) $client.exec(`DROP TRIGGER ${name}`);
	$client.pragma("foreign_keys = OFF");
	$client.pragma("ignore_check_constraints = ON");
	$client.exec(statement);
}
