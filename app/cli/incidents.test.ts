import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, expect, test, vi } from "vitest";
import type { Db } from "#db/client.ts";
import { openIncident, stuckLetter } from "#db/incidents.ts";
import { letters } from "#db/schema/messages.ts";
import { members } from "#db/schema/structures.ts";
import { smallTerritory } from "#db/small-territory.ts";
import { closeStores } from "#db/stores.ts";
import { addIncidents } from "./incidents.ts";
import { withStore } from "./store.ts";

afterEach(() => {
	vi.unstubAllEnvs();
	vi.restoreAllMocks();
});

test("what is stuck is listed by code and age, and what it is about is not told", () => {
	dataDirectory();

	const [line = ""] = relais("list");
	const json = relais("list", "--json").join("\n");

	expect(line.trim()).toMatch(/^1 {2}outbox +letter-failed +since 2 h +met 1 +nobody$/);
	expect(json).not.toContain("letter:7");
});

test("an administrator takes it, and nobody else can", () => {
	dataDirectory();

	expect(() => relais("take", "1", "--by", "crip-member")).toThrow("does not administer");
	expect(relais("take", "1", "--by", "lead-member")).toEqual([
		"lead-member looks after incident 1.",
	]);
	expect(relais("list").join()).toContain("lead-member");
});

test("once it is resolved the letter is tried again, and the list is empty", () => {
	dataDirectory();

	const said = relais("resolve", "1", "--as", "tried-again");

	expect(said).toEqual(["Incident 1 is closed; its work is tried again."]);
	expect(relais("list")).toEqual(["No incident is open."]);
	inStore((db) => {
		expect(db.select().from(letters).all()).toMatchObject([{ id: 7, state: "queued", tries: 0 }]);
	});
});

test("what is not open, or is no number, is said", () => {
	dataDirectory();

	expect(() => relais("resolve", "2", "--as", "nothing-left")).toThrow("Incident 2 is not open");
	expect(() => relais("resolve", "one", "--as", "nothing-left")).toThrow("The number that");
	expect(() => relais("resolve", "1", "--as", "went-through")).toThrow("Allowed choices");
});

/** Runs one of the operator's commands in this process, and gives what it printed. */
function relais(...parameters: string[]): string[] {
	const printed: string[] = [];
	vi.spyOn(console, "log").mockImplementation((line: string) => {
		printed.push(line);
	});
	const program = new Command("relais").exitOverride().configureOutput({ writeErr: () => {} });
	addIncidents(program);
	for (const command of program.commands) {
		command.exitOverride();
		for (const one of command.commands) one.exitOverride().configureOutput({ writeErr: () => {} });
	}
	program.parse(["incidents", ...parameters], { from: "user" });
	return printed;
}

function inStore(act: (db: Db) => void): void {
	withStore(new Command("relais"), act);
}

/** A data directory in which a letter failed two hours ago. */
function dataDirectory(): void {
	const directory = join(mkdtempSync(join(tmpdir(), "relais-")), "data");
	const { db } = smallTerritory(join(directory, "relais.db"));
	const at = Date.now() - 2 * 3_600_000;
	db.update(members).set({ duty: "administrator" }).run();
	db.$client.exec("UPDATE members SET duty = 'professional' WHERE id <> 'lead-member'");
	db.insert(letters)
		.values({
			...{ id: 7, number: "A".repeat(22), text: "waiting", userId: "crip-user" },
			...{ dueAt: at, nextTryAt: at, tries: 5, state: "failed", endedAt: at },
		})
		.run();
	openIncident(db, { ...stuckLetter(7), reason: "letter-failed", at });
	closeStores(db);
	vi.stubEnv("DATA_DIR", directory);
}
