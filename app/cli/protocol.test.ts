import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command, CommanderError } from "commander";
import { describe, expect, test, vi } from "vitest";
import { migrate, openDb } from "#db/client.ts";
import { publishVersion, versionHash } from "#db/protocol-versions.ts";
import { territories } from "#db/schema/territories.ts";
import { compiledModels } from "#protocols/compiler/compiled-models.ts";
import { ownFile } from "#protocols/exchange/own-file.ts";
import { longestFile } from "#protocols/exchange/read-file.ts";
import { addProtocolCommands } from "./protocol.ts";

const example = "protocols/catalogue/example/protocol.json";

describe("relais protocol list", () => {
	test("shows the models of the catalogue where there is no store", () => {
		const { out, code } = run(["list"], { dataDirectory: emptyDirectory() });

		expect(code).toBe(0);
		expect(out.match(/^catalogue /gm)).toHaveLength(compiledModels.length);
	});

	test("shows what territories have published, with the hash", () => {
		const { dataDirectory, hash } = storeWithExample();

		const { out } = run(["list", "--json"], { dataDirectory });

		expect(JSON.parse(out)).toContainEqual({
			id: "example",
			from: "here",
			title: "Exemple court",
			steps: 13,
			hash,
		});
	});
});

test("relais protocol export prints the text whose hash is the version", () => {
	const { out } = run(["export", "example"]);

	expect(out.startsWith('{"format":"relais-protocol/1","id":"example"')).toBe(true);
	expect(out.endsWith("}")).toBe(true);
});

describe("relais protocol check", () => {
	test("says that a protocol reads, and its warnings without refusing it", () => {
		const { out, code } = run(["check", example]);

		expect(out.startsWith("Ce document se lit comme un protocole.\n")).toBe(true);
		expect(out).toMatch(/^avertissement {2}.*\[silent-side\]$/m);
		expect(code).toBe(0);
	});

	test("refuses a protocol with an error, and says what to do", () => {
		const file = written({ ...readExample(), interruptions: [] });

		const { out, err, code } = run(["check", file, "--language", "en"]);

		expect(out).toContain("error  interruptions  Nothing says what is done in immediate danger.");
		expect(out).toContain("choose “Immediate danger”, and let anyone raise it.");
		expect(err).toBe("1 error.\n");
		expect(code).toBe(1);
	});

	test("names each finding with its place and a sentence, and exits with 1", () => {
		const file = written({ ...readExample(), title: { fr: "" }, colour: "red" });

		const { out, err, code } = run(["check", file, "--language", "en"]);

		expect(out).toMatch(/^1:\d+ {2}title\.fr {2}/m);
		expect(out).toContain("title.fr  Too small or empty: at least 1. [too-small]");
		expect(out).toContain('colour  The key "colour" does not exist here. [unknown-key]');
		expect(err).toBe("2 findings.\n");
		expect(code).toBe(1);
	});

	test("prints the findings as JSON when asked to", () => {
		const file = written({ ...readExample(), colour: "red" });

		const { out, code } = run(["check", file, "--json"]);

		expect(JSON.parse(out)).toMatchObject([{ code: "unknown-key", path: "colour" }]);
		expect(code).toBe(1);
	});

	test("reads what the studio exports, and refuses what the studio refuses", () => {
		const protocol = readExample();
		const origin = { territory: "Ici", status: "draft" as const };
		const own = ownFile(protocol, origin, () => "0f".repeat(32));
		const executable = { ...protocol, audience: { fr: "<script>alert(1)</script>" } };

		expect(run(["check", written(JSON.parse(own))]).code).toBe(0);
		expect(run(["check", written(executable)]).code).toBe(1);
		expect(run(["check", written("x".repeat(longestFile))]).out).toContain("[too-big]");
	});

	test("knows the structures of a territory that is named, and no other territory", () => {
		const { dataDirectory } = storeWithExample();
		const check = (...more: string[]) => run(["check", example, ...more], { dataDirectory });

		expect(check().out).not.toContain("[role-without-structure]");
		expect(check("--territory", "here").out).toContain("[role-without-structure]");
		expect(check("--territory", "nowhere").code).toBe(2);
	});

	test("exits with 2 when there is no such file", () => {
		expect(run(["check", "nowhere.json"]).code).toBe(2);
	});
});

describe("relais protocol diagram", () => {
	test.each([
		["mermaid", /^stateDiagram-v2\n/],
		["outline", /^Short example\n/],
		["xstate", /^\{\n\t"id": "example"/],
	])("prints %s", (format, beginning) => {
		const { out, code } = run(["diagram", "example", "--format", format, "--language", "en"]);

		expect(out).toMatch(beginning);
		expect(code).toBe(0);
	});

	test("draws a document from a file", () => {
		expect(run(["diagram", example]).out).toMatch(/^Exemple court\n/);
	});

	test("exits with 2 when nobody knows the protocol", () => {
		expect(run(["diagram", "nowhere"]).code).toBe(2);
	});
});

test.each(["list", "export", "check", "diagram"])(
	"relais protocol %s --help explains itself",
	(name) => {
		const { out, code } = run([name, "--help"]);

		expect(out).toContain(`Usage: relais protocol ${name}`);
		expect(code).toBe(0);
	},
);

/** Runs a command in this process, on a data directory of its own. */
function run(words: string[], { dataDirectory = emptyDirectory() } = {}) {
	const said = { out: "", err: "", code: 0 };
	const program = new Command("relais").exitOverride().configureOutput({
		writeOut: (text) => {
			said.out += text;
		},
		writeErr: (text) => {
			said.err += text;
		},
	});
	addProtocolCommands(program);
	vi.stubEnv("DATA_DIR", dataDirectory);
	try {
		program.parse(["protocol", ...words], { from: "user" });
	} catch (error) {
		if (!(error instanceof CommanderError)) throw error;
		said.code = error.exitCode;
	} finally {
		vi.unstubAllEnvs();
	}
	return said;
}

function emptyDirectory(): string {
	return mkdtempSync(join(tmpdir(), "relais-cli-"));
}

function readExample() {
	const [, compiled] = compiledModels[0] ?? [];
	if (!compiled) throw new Error("The catalogue is empty.");
	return compiled.protocol;
}

function written(document: unknown): string {
	const file = join(emptyDirectory(), "protocol.json");
	writeFileSync(file, JSON.stringify(document));
	return file;
}

function storeWithExample() {
	const dataDirectory = emptyDirectory();
	const db = openDb(join(dataDirectory, "relais.db"));
	migrate(db);
	db.insert(territories).values({ id: "here", name: "Ici" }).run();
	const protocol = readExample();
	publishVersion(db, { territoryId: "here", protocol, at: 0 });
	db.$client.close();
	return { dataDirectory, hash: versionHash(protocol) };
}
