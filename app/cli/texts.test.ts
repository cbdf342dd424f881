import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, expect, test, vi } from "vitest";
import { openDb } from "#db/client.ts";
import { structures } from "#db/schema/structures.ts";
import { smallTerritory } from "#db/small-territory.ts";
import { addTexts } from "./texts.ts";

afterEach(() => {
	vi.unstubAllEnvs();
	vi.restoreAllMocks();
	process.exitCode = undefined;
});

test("texts that point at nobody are counted, and the command ends well", () => {
	dataDirectory("Nous accueillons du lundi au vendredi.");

	expect(relais("texts", "check")).toMatch(/^\d+ public text\(s\), 0 finding\(s\)\.$/);
	expect(process.exitCode).toBeUndefined();
});

test("a text that may point at somebody is told by its place, and its words are not", () => {
	dataDirectory("Demandez Kezianne au 06 39 98 12 34.");

	const told = relais("texts", "check");

	expect(told).toMatch(/^small {2}structure \S+ {2}presentation \(fr\) {2}telephone$/m);
	expect(told).toMatch(/presentation \(fr\) {2}name$/m);
	expect(told).not.toMatch(/Kezianne|06 39/);
	expect(process.exitCode).toBe(1);
});

test("the same as JSON, for a program", () => {
	dataDirectory("Demandez Kezianne.");

	const told = JSON.parse(relais("texts", "check", "--json"));

	expect(told).toContainEqual({
		territoryId: "small",
		about: "structure",
		subjectId: expect.any(String),
		place: "presentation",
		language: "fr",
		kind: "name",
	});
});

/** Runs the command in this process, and gives what it printed. */
function relais(...parameters: string[]): string {
	const printed: string[] = [];
	vi.spyOn(console, "log").mockImplementation((line: string) => {
		printed.push(line);
	});
	const program = new Command("relais").exitOverride().configureOutput({ writeErr: () => {} });
	addTexts(program);
	program.parse(parameters, { from: "user" });
	return printed.join("\n");
}

/** A data directory where each structure says this about itself. */
function dataDirectory(presentation: string): void {
	const directory = join(mkdtempSync(join(tmpdir(), "relais-")), "data");
	const file = join(directory, "relais.db");
	smallTerritory(file).db.$client.close();
	const db = openDb(file);
	db.update(structures).set({ name: "Accueil de jour", presentation }).run();
	db.$client.close();
	vi.stubEnv("DATA_DIR", directory);
}
