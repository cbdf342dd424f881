import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, expect, test, vi } from "vitest";
import { sentToCrip, tellInStore } from "#db/small-casework.ts";
import { smallTerritory } from "#db/small-territory.ts";
import { closeStores } from "#db/stores.ts";
import { dayMs } from "#protocols/retention/due-act.ts";
import { addRetention } from "./retention.ts";

afterEach(() => {
	vi.unstubAllEnvs();
	vi.restoreAllMocks();
	process.exitCode = undefined;
});

test("what is due is done once, and said in numbers", () => {
	dataDirectory();

	const first = JSON.parse(relais("retention", "run", "--json"));
	const second = relais("retention", "run");

	expect(first).toMatchObject({ remind: 1, propose: 0, close: 0, purge: 0, faults: 0 });
	expect(second).toMatch(/^reminded 0, proposed 0, to arbitrate 0\n/);
	expect(process.exitCode).toBeUndefined();
});

test("the status says what waits, and that a clock is believed after a week only", () => {
	dataDirectory();
	relais("retention", "run");

	const words = relais("retention", "status");
	const status = JSON.parse(relais("retention", "status", "--json"));

	expect(words).toMatch(/^The server has not looked for a week yet/);
	expect(words).toContain("small: reminder 60, proposal 90, closure 180, purge 90 days");
	expect(words).toContain("open 1: reminded 1, proposed 0, to arbitrate 0");
	expect(words).toContain("next forgotten none");
	expect(status).toMatchObject({
		believedUntil: null,
		territories: [{ territoryId: "small", open: 1, reminder: 1, ahead: 0, nextPurgeAt: null }],
	});
});

test("a situation whose last act lies ahead of the clock is told", () => {
	dataDirectory({ startsAt: Date.now() + 30 * dayMs });

	expect(relais("retention", "status")).toContain("the clock was ahead in 1");
});

/** Runs one of the operator's commands in this process, and gives what it printed. */
function relais(...parameters: string[]): string {
	const printed: string[] = [];
	vi.spyOn(console, "log").mockImplementation((line: string) => {
		printed.push(line);
	});
	const program = new Command("relais").exitOverride().configureOutput({ writeErr: () => {} });
	addRetention(program);
	program.parse(parameters, { from: "user" });
	return printed.join("\n");
}

/** A data directory with one situation in which nobody has acted for 70 days. */
function dataDirectory({ startsAt = Date.now() - 70 * dayMs } = {}): void {
	const directory = join(mkdtempSync(join(tmpdir(), "relais-")), "data");
	const territory = smallTerritory(join(directory, "relais.db"));
	tellInStore(territory, sentToCrip.slice(0, 1), { startsAt });
	closeStores(territory.db);
	vi.stubEnv("DATA_DIR", directory);
}
