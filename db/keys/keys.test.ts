import { describe, expect, test } from "vitest";
import { situationOf } from "../history.ts";
import { journalHead } from "../journal.ts";
import { tellInStore } from "../small-casework.ts";
import { smallTerritory } from "../small-territory.ts";
import { dataKeyOf, forgetDataKey, makeDataKey, wrappedDataKey } from "./key-store.ts";
import { faultOf } from "./keys.for-tests.ts";
import { keysOf } from "./keys-of.ts";
import { drawKey, keyOf, SealBroken, seal, unseal } from "./seal.ts";

describe("a seal", () => {
	test("opens with its key, at its place, unchanged, and no other way", () => {
		const key = keyOf(drawKey());
		const sealed = seal(key, Buffer.from("a word"), ["journal", 1, 2]);
		const changed = sealed.map((byte, index) => (index === 14 ? byte ^ 1 : byte));

		expect(unseal(key, sealed, ["journal", 1, 2]).toString()).toBe("a word");
		for (const place of [
			["journal", 1, 3],
			["journal", 12],
			["audit", 1, 2],
		]) {
			expect(() => unseal(key, sealed, place)).toThrow(SealBroken);
		}
		expect(() => unseal(keyOf(drawKey()), sealed, ["journal", 1, 2])).toThrow(SealBroken);
		expect(() => unseal(key, Buffer.from(changed), ["journal", 1, 2])).toThrow(SealBroken);
		expect(() => unseal(key, Buffer.alloc(9), ["journal", 1, 2])).toThrow(SealBroken);
	});

	test("is another one each time", () => {
		const key = keyOf(drawKey());
		const seals = Array.from({ length: 50 }, () => seal(key, Buffer.from("same"), []));
		expect(new Set(seals.map(String)).size).toBe(50);
	});
});

describe("a data key", () => {
	test("is made once, and stays when its situation is opened again", () => {
		const keys = keysOf(smallTerritory().db);
		makeDataKey(keys, 7);
		const first = dataKeyOf(keys, 7);

		makeDataKey(keys, 7);

		expect(dataKeyOf(keys, 7).equals(first)).toBe(true);
	});

	test("of one situation is not that of another, even moved to its place", () => {
		const keys = keysOf(smallTerritory().db);
		makeDataKey(keys, 1);
		makeDataKey(keys, 2);
		expect(dataKeyOf(keys, 1).equals(dataKeyOf(keys, 2))).toBe(false);

		keys.client
			.prepare("UPDATE data_keys SET wrapped = ? WHERE situation_pk = 2")
			.run(wrappedDataKey(keys, 1));

		expect(faultOf(() => dataKeyOf(keys, 2))).toBe("KEYS_LOCKED");
	});

	test("that is missing and one that was forgotten are told apart", () => {
		const keys = keysOf(smallTerritory().db);
		makeDataKey(keys, 1);
		forgetDataKey(keys, 1);

		expect(faultOf(() => dataKeyOf(keys, 1))).toBe("KEYS_FORGOTTEN");
		expect(faultOf(() => dataKeyOf(keys, 2))).toBe("KEYS_MISSING");
	});

	test("is there before the first event is, whatever becomes of the event", () => {
		const territory = smallTerritory();
		territory.db.$client.exec(
			"CREATE TRIGGER full BEFORE INSERT ON timers BEGIN SELECT RAISE(ABORT, 'full'); END",
		);

		expect(() => tellInStore(territory, [])).toThrow("full");
		expect(dataKeyOf(keysOf(territory.db), 1).symmetricKeySize).toBe(32);
		expect(journalHead(territory.db).events).toBe(0);
		territory.db.$client.exec("DROP TRIGGER full");

		const { situationPk } = tellInStore(territory, []);
		expect(situationOf(territory.db, situationPk).position).toBe(1);
	});
});
