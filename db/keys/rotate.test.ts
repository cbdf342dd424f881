import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { situationOf } from "../history.ts";
import { tellInStore } from "../small-casework.ts";
import { closeStores, openStores, placesIn } from "../stores.ts";
import { wrappedDataKey } from "./key-store.ts";
import { begun, faultOf, newKeyFile } from "./keys.for-tests.ts";
import { keysOf } from "./keys-of.ts";
import { rotateWrappingKey } from "./rotate.ts";
import { drawKey, keyOf } from "./seal.ts";
import { readWrappingKey } from "./wrapping-key.ts";

describe("a rotation", () => {
	test("leaves every situation readable with the new key, and with the new key only", () => {
		const { directory, territory } = begun();
		const { keys: file } = placesIn(directory);
		const old = wrappedDataKey(keysOf(territory.db), 1) as Buffer;
		const wrappingKey = newKeyFile();

		const rotated = rotateWrappingKey(keysOf(territory.db), readWrappingKey(wrappingKey));
		const bytes = Buffer.concat([file, `${file}-wal`].map((path) => readFileSync(path)));
		closeStores(territory.db);

		expect(rotated).toEqual({ situations: 2, cleaned: true });
		expect(bytes.includes(old)).toBe(false);
		expect(() => openStores(placesIn(directory))).toThrow("is not the one");
		const again = openStores({ ...placesIn(directory), wrappingKey });
		expect([1, 2].map((pk) => situationOf(again, pk).position > 1)).toEqual([true, true]);
	});

	test("cut off at any key leaves a store that opens with the old one", () => {
		for (const cut of ["secrets", "data_keys"]) {
			const { directory, territory } = begun();
			const keys = keysOf(territory.db);
			keys.client.exec(
				`CREATE TRIGGER cut BEFORE UPDATE ON ${cut} WHEN (SELECT count(*) FROM ${cut}) = 2
				AND OLD.rowid = (SELECT max(rowid) FROM ${cut}) BEGIN SELECT RAISE(ABORT, 'cut off'); END`,
			);

			expect(() => rotateWrappingKey(keys, keyOf(drawKey()))).toThrow("cut off");
			closeStores(territory.db);

			const again = openStores(placesIn(directory));
			expect(situationOf(again, 2).position).toBeGreaterThan(1);
		}
	});

	test("beneath a server that runs makes it refuse, not write what nobody could read", () => {
		const { directory, territory } = begun();
		const running = openStores(placesIn(directory));
		rotateWrappingKey(keysOf(territory.db), keyOf(drawKey()));

		expect(faultOf(() => situationOf(running, 1))).toBe("KEYS_LOCKED");
		expect(faultOf(() => tellInStore({ ...territory, db: running }, []))).toBe("KEYS_LOCKED");
	});
});
