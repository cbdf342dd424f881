import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	statSync,
	truncateSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { generateIdentity } from "age-encryption";
import { describe, expect, test } from "vitest";
import { makeCheckpoint } from "../checkpoints.ts";
import type { Db } from "../client.ts";
import { keysOf } from "../keys/keys-of.ts";
import { checkRows } from "../rebuild.ts";
import { accompanied, sentToCrip, tellInStore } from "../small-casework.ts";
import { monday, smallTerritory } from "../small-territory.ts";
import { closeStores, openStores, placesIn, wrappingKeyBeside } from "../stores.ts";
import { filesAt } from "./backup-names.ts";
import { backupStage, emptyPlace } from "./backup-stage.for-tests.ts";

const hourMs = 3_600_000;

describe("a backup", () => {
	test("made while situations are opened is the store of one instant: whole, with who waits", async () => {
		const { territory, stage } = told();
		fill(territory.db, 4);
		let opened = 0;
		const timer = setInterval(() => {
			if (opened === 3) return;
			opened += 1;
			tellInStore(territory, sentToCrip, { seed: 100 + opened });
		}, 1);

		const { manifest } = await stage.back(monday);
		clearInterval(timer);
		const to = emptyPlace();
		const { proof, keyProof, sound } = await stage.restore(monday, { to });

		expect(opened).toBeGreaterThan(1);
		expect(sound).toBe(true);
		expect(proof.counts.found).toEqual(manifest.counts);
		expect(manifest.counts).toMatchObject({ situations: 2, openHandoffs: 1 });
		expect(manifest.counts.runningTimers).toBeGreaterThan(0);
		expect(keyProof).toMatchObject({ signed: true, unreadable: 0 });
		const restored = openStores(placesOf(to, territory.db.$client.name));
		expect(checkRows(restored)).toEqual([]);
		closeStores(restored);
	});

	test("leaves two files and a list that this account alone may read, and nothing else", async () => {
		const { territory, stage } = told();

		const { files } = await stage.back(monday);

		expect(stage.lying()).toEqual([
			"relais-20260907T080000Z.keys.age",
			"relais-20260907T080000Z.store.age",
			"relais-purges.txt",
		]);
		for (const name of stage.lying()) {
			expect(statSync(join(stage.directory, name)).mode & 0o777).toBe(0o600);
		}
		const bytes = Buffer.concat([files.store, files.keys].map((file) => readFileSync(file)));
		const wrapped = keysOf(territory.db).client.prepare("SELECT wrapped FROM data_keys").pluck();
		for (const key of wrapped.all() as Buffer[]) expect(bytes.includes(key)).toBe(false);
		expect(bytes.includes("SQLite format 3")).toBe(false);
		const wrappingKey = readFileSync(wrappingKeyBeside({ store: territory.db.$client.name }));
		expect(bytes.includes(wrappingKey.subarray(0, 40))).toBe(false);
	});

	test("that cannot be encrypted, or is there already, leaves nothing behind", async () => {
		const { stage } = told();

		await expect(stage.back(monday, [])).rejects.toThrow("RELAIS_BACKUP_RECIPIENTS");
		await expect(stage.back(monday, ["age1nobody"])).rejects.toThrow("no public key");
		expect(stage.lying()).toEqual([]);

		await stage.back(monday);
		const before = stage.lying();
		await expect(stage.back(monday)).rejects.toThrow("already");
		expect(stage.lying()).toEqual(before);
	});

	test("that was cut off by the end of its process is cleared by the next one", async () => {
		const { stage } = told();
		const abandoned = join(stage.directory, ".relais-unfinished-999999999-aBcDeF");
		mkdirSync(abandoned);
		writeFileSync(join(abandoned, "store"), "SQLite format 3");

		await stage.back(monday);

		expect(existsSync(abandoned)).toBe(false);
	});
});

describe("a restore", () => {
	test("needs the identity, in words", async () => {
		const { stage } = told();
		await stage.back(monday);
		const to = emptyPlace();

		await expect(
			stage.restore(monday, { to, identities: [await generateIdentity()] }),
		).rejects.toThrow("was not encrypted to this identity");
		expect(existsSync(to)).toBe(false);
	});

	test("needs the wrapping key that the backup never holds", async () => {
		const { territory, stage } = told();
		await stage.back(monday);
		const other = told();
		const wrappingKey = wrappingKeyBeside({ store: other.territory.db.$client.name });

		await expect(stage.restore(monday, { wrappingKey })).rejects.toThrow("wrapping key is not");
		expect(await stage.restore(monday, { wrappingKey: undefined })).toMatchObject({
			sound: true,
			keyProof: undefined,
		});
		expect(territory.db.$client.open).toBe(true);
	});

	test("touches no directory that holds something", async () => {
		const { stage } = told();
		await stage.back(monday);
		const to = emptyPlace();
		mkdirSync(to);
		writeFileSync(join(to, "relais.db"), "of today");

		await expect(stage.restore(monday, { to })).rejects.toThrow("is not empty");
		expect(readFileSync(join(to, "relais.db"), "utf8")).toBe("of today");
	});

	test.each(["store", "keys"] as const)(
		"refuses a backup of the %s that was cut off or altered anywhere, and leaves nothing",
		async (part) => {
			const { stage } = told();
			await stage.back(monday);
			const file = filesAt(stage.directory, monday)[part];
			const whole = readFileSync(file);
			const to = emptyPlace();
			mkdirSync(to);
			const places = [20, 150, 500, 70_000, whole.length - 1].filter((at) => at < whole.length);

			for (const at of places) {
				const altered = Buffer.from(whole);
				altered.writeUInt8(altered.readUInt8(at) ^ 1, at);
				writeFileSync(file, altered);
				await expect(stage.restore(monday, { to }), `byte ${at}`).rejects.toThrow(
					/is damaged|was not encrypted to this identity/,
				);
				writeFileSync(file, whole);
				truncateSync(file, at);
				await expect(stage.restore(monday, { to }), `cut at ${at}`).rejects.toThrow(/is damaged/);
				writeFileSync(file, whole);
			}
			expect(readdirSync(to)).toEqual([]);
			expect((await stage.restore(monday, { to })).sound).toBe(true);
		},
	);

	test("takes no keys from before the store: those of newer situations would lack", async () => {
		const { territory, stage } = told();
		await stage.back(monday);
		tellInStore(territory, sentToCrip, { seed: 9 });
		await stage.back(monday + hourMs);

		const keys = filesAt(stage.directory, monday).keys;

		await expect(stage.restore(monday + hourMs, { keys })).rejects.toThrow("use a newer one");
		expect(await stage.restore(monday)).toMatchObject({
			keysAt: new Date(monday + hourMs).toISOString(),
			sound: true,
		});
	});

	test("compares with a checkpoint that was kept outside", async () => {
		const { territory, stage } = told();
		const checkpoint = makeCheckpoint(territory.db, monday, "asked");
		await stage.back(monday);
		tellInStore(territory, sentToCrip, { seed: 9 });
		const later = makeCheckpoint(territory.db, monday + hourMs, "asked");

		expect((await stage.restore(monday, { witness: { checkpoint } })).sound).toBe(true);
		const older = await stage.restore(monday, { witness: { checkpoint: later } });
		expect(older.sound).toBe(false);
		expect(older.proof.chains.disagreements).toMatchObject([{ table: "journal", kind: "shorter" }]);
	});

	test("says when a backup was made by somebody else for the same recipient", async () => {
		const { stage } = told();
		const forged = told();
		await stage.back(monday);
		await forged.stage.back(monday);

		const restored = await stage.restore(monday, {
			store: filesAt(forged.stage.directory, monday).store,
			keys: filesAt(stage.directory, monday).keys,
		});

		expect(restored.keyProof?.signed).toBe(false);
		expect(restored.sound).toBe(false);
	});
});

/** A store with a situation that is accompanied and one that waits for the CRIP. */
function told() {
	const file = join(emptyPlace(), "data", "relais.db");
	const territory = smallTerritory(file);
	tellInStore(territory, accompanied);
	tellInStore(territory, sentToCrip, { seed: 2 });
	return { territory, stage: backupStage(territory.db) };
}

/** Makes a store so large, in megabytes, that copying it takes as many steps. */
function fill({ $client }: Db, megabytes: number): void {
	$client.exec("CREATE TABLE ballast (bytes BLOB)");
	const insert = $client.prepare("INSERT INTO ballast VALUES (randomblob(1048576))");
	for (let count = 0; count < megabytes; count += 1) insert.run();
}

function placesOf(directory: string, store: string) {
	return { ...placesIn(directory), wrappingKey: wrappingKeyBeside({ store }) };
}
