import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, expect, test, vi } from "vitest";
import { openDb } from "#db/client.ts";
import { timers } from "#db/schema/journal.ts";
import { sentToCrip, tellInStore } from "#db/small-casework.ts";
import { monday, smallTerritory } from "#db/small-territory.ts";
import { bringUpToDate } from "#db/upgrade.ts";
import { chance } from "./moment.ts";
import { addRebuild } from "./rebuild.ts";
import { addSeed } from "./seed.ts";

afterEach(() => {
	vi.unstubAllEnvs();
	vi.restoreAllMocks();
	process.exitCode = undefined;
});

test("a check that finds nothing says so, and ends well", () => {
	dataDirectory();

	expect(relais("rebuild", "--check")).toEqual(["Every row is as history tells it."]);
	expect(process.exitCode).toBeUndefined();
});

test("a check that finds something names it, changes nothing, and ends with 1", () => {
	const directory = dataDirectory();
	tamper(directory);

	const [first] = relais("rebuild", "--check", "--json");
	const [again] = relais("rebuild", "--check");

	expect(JSON.parse(first ?? "")).toMatchObject([
		{ table: "timers", field: "fireAt", stored: monday },
		{ table: "timers", field: "fireAt", stored: monday },
	]);
	expect(again).toMatch(/^timers 1\/handoff:\S+ fireAt: stored \d+, computed \d+\n/);
	expect(again).toMatch(/2 difference\(s\)\.$/);
	expect(process.exitCode).toBe(1);
});

test("without a check, the rows are written anew, and then nothing is found", () => {
	const directory = dataDirectory();
	tamper(directory);

	expect(relais("rebuild")[0]).toMatch(/2 difference\(s\), all rewritten\.$/);
	expect(relais("rebuild", "--check")).toEqual(["Every row is as history tells it."]);
});

test("a store with a territory is not filled a second time", () => {
	dataDirectory();

	expect(() => relais("seed")).toThrow("There is a territory already: nothing was changed.");
});

/** Runs one of the operator's commands in this process, and gives what it printed. */
function relais(...parameters: string[]): string[] {
	const printed: string[] = [];
	vi.spyOn(console, "log").mockImplementation((line: string) => {
		printed.push(line);
	});
	const program = new Command("relais").exitOverride().configureOutput({ writeErr: () => {} });
	addRebuild(program);
	addSeed(program);
	program.parse(parameters, { from: "user" });
	return printed;
}

/** A data directory with one situation, which the commands will find. */
function dataDirectory(): string {
	const directory = join(mkdtempSync(join(tmpdir(), "relais-")), "data");
	const territory = smallTerritory(join(directory, "relais.db"));
	tellInStore(territory, sentToCrip);
	// As the server leaves it: otherwise the command's own start writes the rows anew.
	bringUpToDate(territory.db, chance);
	territory.db.$client.close();
	vi.stubEnv("DATA_DIR", directory);
	return directory;
}

function tamper(directory: string): void {
	const db = openDb(join(directory, "relais.db"));
	db.update(timers).set({ fireAt: monday }).run();
	db.$client.close();
}
