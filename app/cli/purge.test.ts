import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, expect, test, vi } from "vitest";
import { keysOf } from "#db/keys/keys-of.ts";
import { lookToday } from "#db/lived-days.ts";
import { liveDays } from "#db/retention.for-tests.ts";
import { situations } from "#db/schema/situations.ts";
import { sentToCrip, tellInStore } from "#db/small-casework.ts";
import { monday, type SmallTerritory, smallTerritory } from "#db/small-territory.ts";
import { closeStores } from "#db/stores.ts";
import { dayMs } from "#protocols/retention/due-act.ts";
import { addPurge } from "./purge.ts";
import { withStore } from "./store.ts";

/** On this day the system has forgotten what nobody touched since the first one. */
const purgeDay = 271;

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllEnvs();
	vi.restoreAllMocks();
	process.exitCode = undefined;
});

test("what is to be forgotten is counted, and nothing is forgotten by asking", () => {
	dataDirectory(purgeDay);

	const [first] = relais();
	const [again] = relais("--json");

	expect(first).toBe("to forget 1, half forgotten 0, not readable 0");
	expect(again).toBe('{"due":1,"unfinished":0,"untold":0}');
});

test("a day before, nothing is due", () => {
	dataDirectory(purgeDay - 1);

	expect(relais()).toEqual(["to forget 0, half forgotten 0, not readable 0"]);
	expect(relais("--run")).toEqual(["completed 0, forgotten 0, not verified 0, not readable 0"]);
});

test("what is due is forgotten once, to the last byte", () => {
	dataDirectory(purgeDay);

	const [first] = relais("--run");
	const [second] = relais("--run");

	expect(first).toBe("completed 0, forgotten 1, not verified 0, not readable 0");
	expect(second).toBe("completed 0, forgotten 0, not verified 0, not readable 0");
	expect(process.exitCode).toBeUndefined();
	withStore(new Command("relais"), (db) => {
		expect(db.select().from(situations).all()).toEqual([]);
		expect(keysOf(db).client.prepare("SELECT count(*) FROM data_keys").pluck().get()).toBe(0);
	});
});

test("what a backup brought back half forgotten is completed", () => {
	dataDirectory(1, ({ db }) => {
		keysOf(db).client.exec("DELETE FROM data_keys; INSERT INTO forgotten VALUES (1)");
	});

	expect(relais()[0]).toBe("to forget 0, half forgotten 1, not readable 0");
	expect(relais("--run")).toEqual(["completed 1, forgotten 0, not verified 0, not readable 0"]);
});

/** Runs the command in this process, and gives what it printed. */
function relais(...parameters: string[]): string[] {
	const printed: string[] = [];
	vi.spyOn(console, "log").mockImplementation((line: string) => {
		printed.push(line);
	});
	const program = new Command("relais").exitOverride();
	addPurge(program);
	program.parse(["purge", ...parameters], { from: "user" });
	return printed;
}

/** A data directory in which nobody has acted since the first day, looked after until this one. */
function dataDirectory(day: number, after: (territory: SmallTerritory) => void = () => {}): void {
	const directory = join(mkdtempSync(join(tmpdir(), "relais-")), "data");
	const territory = smallTerritory(join(directory, "relais.db"));
	tellInStore(territory, sentToCrip.slice(0, 1));
	liveDays(territory, 0, day);
	lookToday(territory.db, monday + day * dayMs);
	after(territory);
	closeStores(territory.db);
	vi.useFakeTimers({ toFake: ["Date"], now: monday + day * dayMs });
	vi.stubEnv("DATA_DIR", directory);
}
