import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, expect, test, vi } from "vitest";
import { checkpointText } from "#db/checkpoint-text.ts";
import { makeCheckpoint } from "#db/checkpoints.ts";
import { sentToCrip, tellInStore } from "#db/small-casework.ts";
import { monday, smallTerritory } from "#db/small-territory.ts";
import { closeStores, openStores, placesIn, wrappingKeyBeside } from "#db/stores.ts";
import { addBackup } from "./backup.ts";
import { addDrill } from "./drill.ts";
import { addRestore } from "./restore.ts";

afterEach(() => {
	vi.unstubAllEnvs();
	vi.restoreAllMocks();
	process.exitCode = undefined;
});

test("from the pair of keys to the restored store, by commands alone", async () => {
	const { place, backups, identity, checkpoint } = await backedUp();
	const [store = ""] = storesIn(backups);

	const verified = await relais(
		"verify",
		store,
		"--identity",
		identity,
		"--checkpoint",
		checkpoint,
	);
	const to = join(place, "restored");
	const restored = await relais("restore", store, "--identity", identity, "--to", to);

	expect(verified).toMatch(/1 situation\(s\), 1 of them open; 1 open handoff\(s\)/);
	expect(verified).toMatch(/It agrees\./);
	expect(verified).toMatch(/Signed by the store that it belongs to\./);
	expect(verified).toMatch(/This backup is sound\.$/);
	expect(process.exitCode).toBeUndefined();
	expect(restored).toContain(`DATA_DIR=${to} RELAIS_KEY_FILE=`);
	const db = openStores({
		...placesIn(to),
		wrappingKey: wrappingKeyBeside({ store: join(place, "data", "relais.db") }),
	});
	closeStores(db);
});

test("the identity goes to a file of its own, never over another, and is not printed", async () => {
	const file = join(mkdtempSync(join(tmpdir(), "relais-")), "safe", "identity.txt");

	const said = await relais("backup", "keygen", file);

	expect(said).toMatch(/^RELAIS_BACKUP_RECIPIENTS=age1[0-9a-z]+\n/);
	expect(said).not.toContain("AGE-SECRET-KEY");
	expect(readFileSync(file, "utf8")).toContain("AGE-SECRET-KEY-1");
	expect(statSync(file).mode & 0o777).toBe(0o600);
	await expect(relais("backup", "keygen", file)).rejects.toThrow("already");
});

test("a name instead of a directory makes its two files, and replaces none", async () => {
	const { place } = await backedUp();
	const name = join(place, "before-upgrade.age");

	await relais("backup", name);

	expect(existsSync(join(place, "before-upgrade.store.age"))).toBe(true);
	expect(existsSync(join(place, "before-upgrade.keys.age"))).toBe(true);
	await expect(relais("backup", name)).rejects.toThrow("nothing was changed");
	await expect(relais("backup", join(place, "nowhere", "x"))).rejects.toThrow("no directory");
});

test("a wrong identity is refused in words, and leaves nothing", async () => {
	const { place, backups } = await backedUp();
	const other = join(place, "other.txt");
	await relais("backup", "keygen", other);
	const [store = ""] = storesIn(backups);
	const to = join(place, "restored");

	await expect(relais("verify", store, "--identity", other)).rejects.toThrow(
		"was not encrypted to this identity",
	);
	await expect(relais("restore", store, "--identity", other, "--to", to)).rejects.toThrow();
	expect(existsSync(to)).toBe(false);
});

test("a drill leaves nothing, and tries the real keys when they are given", async () => {
	const { backups, identity } = await backedUp();
	const before = readdirSync(backups);

	expect(await relais("drill")).toMatch(/This backup is sound\.\nBackup \d+\.\d s, restore/);
	expect(await relais("drill", "--identity", identity)).not.toContain("its own");
	expect(readdirSync(backups)).toEqual(before);
	expect(readdirSync(tmpdir()).filter(ofThisProcess)).toEqual([]);
});

function ofThisProcess(name: string): boolean {
	return name.startsWith(`.relais-unfinished-${process.pid}-`);
}

function storesIn(directory: string): string[] {
	const names = readdirSync(directory).filter((name) => name.endsWith(".store.age"));
	return names.map((name) => join(directory, name));
}

/** A data directory with one situation, backed up by the command. */
async function backedUp() {
	const place = mkdtempSync(join(tmpdir(), "relais-"));
	const territory = smallTerritory(join(place, "data", "relais.db"));
	tellInStore(territory, sentToCrip);
	const checkpoint = checkpointText(makeCheckpoint(territory.db, monday, "asked"));
	closeStores(territory.db);
	vi.stubEnv("DATA_DIR", join(place, "data"));
	const identity = join(place, "identity.txt");
	const [line = ""] = (await relais("backup", "keygen", identity)).split("\n");
	vi.stubEnv("RELAIS_BACKUP_RECIPIENTS", line.replace("RELAIS_BACKUP_RECIPIENTS=", ""));
	const backups = join(place, "backups");
	mkdirSync(backups);
	await relais("backup", backups);
	return { place, backups, identity, checkpoint };
}

/** Runs one of the operator's commands in this process, and gives what it printed. */
async function relais(...parameters: string[]): Promise<string> {
	const printed: string[] = [];
	vi.spyOn(console, "log").mockImplementation((line: string) => {
		printed.push(line);
	});
	const program = new Command("relais");
	for (const add of [addBackup, addRestore, addDrill]) add(program);
	for (const command of [program, ...program.commands.flatMap((one) => [one, ...one.commands])]) {
		command.exitOverride().configureOutput({ writeErr: () => {} });
	}
	await program.parseAsync(parameters, { from: "user" });
	return printed.join("\n");
}
