import {
	chmodSync,
	copyFileSync,
	existsSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { CannotStart } from "./cannot-start.ts";
import { situationOf } from "./history.ts";
import { begun, freshDirectory, newKeyFile } from "./keys/keys.for-tests.ts";
import { drawKey } from "./keys/seal.ts";
import { makeWrappingKey, readWrappingKey } from "./keys/wrapping-key.ts";
import { closeStores, openStores, placesIn, wrappingKeyBeside } from "./stores.ts";

describe("the first start", () => {
	test("makes the keys, for this account only; the next one finds them", () => {
		const { directory, territory } = begun();
		closeStores(territory.db);

		const again = openStores(placesIn(directory));

		expect(situationOf(again, 1).position).toBeGreaterThan(1);
		expect(modeOf(wrappingKeyBeside(placesIn(directory)))).toBe("600");
		expect(modeOf(dirname(placesIn(directory).keys))).toBe("700");
	});

	test("with a key given from outside makes none beside the data", () => {
		const directory = freshDirectory();
		const wrappingKey = newKeyFile();

		openStores({ ...placesIn(directory), wrappingKey });

		expect(existsSync(wrappingKeyBeside(placesIn(directory)))).toBe(false);
	});
});

describe("a later start is refused in plain words", () => {
	test.each([
		{
			what: "the key store is gone",
			harm: ({ keys }: Harmed) => rmSync(keys),
			says: /The key store is not at .*keys\.db: without it no history can be read/,
		},
		{
			what: "the wrapping key is gone",
			harm: ({ wrapping }: Harmed) => rmSync(wrapping),
			says: /The wrapping key is not at .*wrapping\.key/,
		},
		{
			what: "the wrapping key is another one",
			harm: ({ wrapping }: Harmed) => {
				rmSync(wrapping);
				makeWrappingKey(wrapping);
			},
			says: /The wrapping key is not the one that the key store was locked with/,
		},
		{
			what: "the wrapping key is open to others",
			harm: ({ wrapping }: Harmed) => chmodSync(wrapping, 0o644),
			says: /is open to other accounts \(644\): run “chmod 600 /,
		},
		{
			what: "the wrapping key is no key",
			harm: ({ wrapping }: Harmed) => writeFileSync(wrapping, "a word"),
			says: /is not a wrapping key: 32 bytes are needed/,
		},
		{
			what: "the key store is that of another instance",
			harm: ({ keys, wrapping }: Harmed) => {
				const other = freshDirectory();
				closeStores(openStores(placesIn(other)));
				copyFileSync(placesIn(other).keys, keys);
				copyFileSync(wrappingKeyBeside(placesIn(other)), wrapping);
			},
			says: /has no key of this history/,
		},
		{
			what: "the key store is damaged",
			harm: ({ keys }: Harmed) => writeFileSync(keys, "no database at all".repeat(99)),
			says: /keys\.db is damaged: restore it from a backup/,
		},
		{
			what: "the store is damaged",
			harm: ({ store }: Harmed) => writeFileSync(store, "no database at all".repeat(99)),
			says: /relais\.db is damaged: restore it from a backup/,
		},
		{
			what: "a page of the store is damaged",
			harm: ({ store }: Harmed) => {
				const bytes = readFileSync(store);
				const page = rootPageOf(store, "journal");
				bytes.fill(255, 4096 * (page - 1), 4096 * page);
				writeFileSync(store, bytes);
			},
			says: /relais\.db is damaged: restore it from a backup/,
		},
	])("when $what", ({ harm, says }) => {
		const { directory, territory } = begun();
		closeStores(territory.db);
		const { store, keys } = placesIn(directory);
		harm({ store, keys, wrapping: wrappingKeyBeside({ store }) });

		expect(() => openStores(placesIn(directory))).toThrow(says);
		expect(() => openStores(placesIn(directory))).toThrow(CannotStart);
	});
});

type Harmed = { store: string; keys: string; wrapping: string };

describe("a wrapping key", () => {
	test.each([
		["hexadecimal", "0f".repeat(32)],
		["base64url", drawKey().toString("base64url")],
		["base64url, padded", `${drawKey().toString("base64url")}=`],
	])("may be written in %s", (_form, text) => {
		const file = join(freshDirectory(), "..", `${text.slice(0, 9)}.key`);
		writeFileSync(file, `${text}\n`, { mode: 0o600 });
		expect(readWrappingKey(file).symmetricKeySize).toBe(32);
	});

	test("is never overwritten", () => {
		const file = newKeyFile();
		expect(() => makeWrappingKey(file)).toThrow("already");
	});
});

function rootPageOf(file: string, table: string): number {
	const client = new Database(file, { readonly: true });
	const root = client.prepare("SELECT rootpage FROM sqlite_schema WHERE name = ?").pluck();
	const page = Number(root.get(table));
	client.close();
	return page;
}

function modeOf(path: string): string {
	return (statSync(path).mode & 0o777).toString(8);
}
