import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { Command } from "commander";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Checkpoint } from "#db/checkpoint-text.ts";
import { readCheckpoint, shortForm, showShortForm } from "#db/checkpoint-text.ts";
import { sentToCrip, tellInStore } from "#db/small-casework.ts";
import { smallTerritory } from "#db/small-territory.ts";
import { closeStores, openStores, placesIn } from "#db/stores.ts";
import { addAudit } from "./audit.ts";
import { addKeys } from "./keys.ts";

let directory: string;

/** A data directory with one situation. */
beforeEach(() => {
	directory = join(mkdtempSync(join(tmpdir(), "relais-")), "data");
	const territory = smallTerritory(placesIn(directory).store);
	tellInStore(territory, sentToCrip);
	closeStores(territory.db);
	vi.stubEnv("DATA_DIR", directory);
}, 60_000);

afterEach(() => {
	vi.unstubAllEnvs();
	vi.restoreAllMocks();
	process.exitCode = undefined;
});

describe("a checkpoint that was kept outside", () => {
	test("is agreed with on a copy of the store, without any key there", () => {
		const kept = keep(relais("audit", "checkpoint"));
		const publicKey = keep(relais("audit", "public-key"));
		const copy = copyAway();

		const said = relais("audit", "verify", kept, "--store", copy, "--public-key", publicKey);

		expect(said).toMatch(/^Journal: 4 entries, each follows the one before\./);
		expect(said).toMatch(/Trail: 1 entries/);
		expect(said).toMatch(/ {2}It agrees\.\n {2}Its signature is that of the given key\./);
		expect(said).toMatch(/Nothing speaks against this store\.$/);
		expect(process.exitCode).toBeUndefined();
	});

	test("may be given as its text, or as its short form from paper", () => {
		const text = relais("audit", "checkpoint");
		const short = showShortForm(shortForm(readCheckpoint(text) as Checkpoint));

		expect(relais("audit", "verify", ...text.split(/\s+/))).toMatch(
			/not checked: give --public-key/,
		);
		expect(relais("audit", "verify", ...short.toLowerCase().split("-"))).toMatch(/It agrees/);
		expect(relais("audit", "checkpoint", "--short")).toMatch(/^(\w{5}-){3}\w{5}$/);
		expect(process.exitCode).toBeUndefined();
	});

	test.each([
		{
			what: "an entry was changed",
			tamper: "UPDATE journal SET sealed = randomblob(300) WHERE sequence = 2",
			says: "Journal: ALTERED. Entry 2 is the first",
		},
		{
			what: "the end was cut off",
			tamper: "DELETE FROM journal WHERE sequence > 2",
			says: "Journal: entries are missing after 2.",
		},
		{
			what: "the trail was changed",
			tamper: "UPDATE audit SET actor = 'nobody'",
			says: "Trail: ALTERED. Entry 1 is the first",
		},
	])("is disagreed with once $what", ({ tamper, says }) => {
		const text = relais("audit", "checkpoint");
		const copy = copyAway();
		tamperWith(copy, tamper);

		for (const kept of [text, shortForm(readCheckpoint(text) as Checkpoint)]) {
			process.exitCode = undefined;
			const said = relais("audit", "verify", kept, "--store", copy);
			expect(said).toMatch(/THIS STORE IS NOT WHAT IT WAS\.$/);
			if (kept === text) expect(said).toContain(says);
			expect(process.exitCode).toBe(1);
		}
	});

	test("is found as JSON too", () => {
		const found = JSON.parse(relais("audit", "verify", "--json"));

		expect(found).toMatchObject({ whole: true, chains: { journal: { head: { count: 4 } } } });
		expect(found.chains.journal.head.link).toMatch(/^[\w-]{43}$/);
	});
});

test("without a checkpoint, it is said what cannot be seen", () => {
	expect(relais("audit", "verify")).toMatch(/Without a checkpoint .* two things cannot be seen/);
});

test.each([
	[["a word"], "neither a checkpoint nor a short form"],
	[["--store", "/nowhere/relais.db"], "There is no store at"],
	[["--public-key", "/nowhere/key"], "is not a public key"],
])("what cannot be read is said in plain words: %j", (parameters, says) => {
	expect(() => relais("audit", "verify", ...parameters)).toThrow(says);
});

test("a file that is no store is said to be none", () => {
	const file = keep("no database at all");
	expect(() => relais("audit", "verify", "--store", file)).toThrow("cannot be read as a store");
});

describe("the wrapping key", () => {
	test("is made, and everything is locked with it; the old one opens nothing any more", () => {
		const file = join(mkdtempSync(join(tmpdir(), "relais-key-")), "new.key");
		relais("keys", "make", file);

		const said = relais("keys", "rotate", "--new", file);

		expect(said).toMatch(/The keys of 1 situation\(s\) are locked with .*new\.key now/);
		expect(() => relais("audit", "checkpoint")).toThrow("set RELAIS_KEY_FILE to the right one");
		vi.stubEnv("RELAIS_KEY_FILE", file);
		expect(relais("audit", "verify", relais("audit", "checkpoint"))).toMatch(/It agrees/);
		expect(() => relais("keys", "rotate", "--new", file)).toThrow("is the present wrapping key");
	});

	test("that is missing, or there already, is said in plain words", () => {
		const file = keep("a file");
		expect(() => relais("keys", "rotate", "--new", "/nowhere/new.key")).toThrow(
			"is not at /nowhere",
		);
		expect(() => relais("keys", "make", file)).toThrow("There is a file at");
	});
});

/** Runs one of the operator's commands in this process, and gives what it printed. */
function relais(...parameters: string[]): string {
	const printed: string[] = [];
	vi.spyOn(console, "log").mockImplementation((line: string) => {
		printed.push(line);
	});
	const program = new Command("relais").exitOverride().configureOutput({ writeErr: () => {} });
	addAudit(program);
	addKeys(program);
	for (const command of program.commands.flatMap((one) => [one, ...one.commands])) {
		command.exitOverride().configureOutput({ writeErr: () => {} });
	}
	program.parse(parameters, { from: "user" });
	return printed.join("\n");
}

/** A file of somebody outside. */
function keep(text: string): string {
	const file = join(mkdtempSync(join(tmpdir(), "relais-kept-")), "kept");
	writeFileSync(file, text);
	return file;
}

/** The store without its keys, in another place; those of this machine are gone. */
function copyAway(): string {
	closeStores(openStores(placesIn(directory)));
	const copy = join(mkdtempSync(join(tmpdir(), "relais-copy-")), "relais.db");
	copyFileSync(placesIn(directory).store, copy);
	rmSync(directory, { recursive: true });
	return copy;
}

function tamperWith(file: string, statement: string): void {
	const client = new Database(file);
	const triggers = client.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck();
	for (const name of triggers.all()) client.exec(`DROP TRIGGER ${name}`);
	client.exec(statement);
	client.close();
}
