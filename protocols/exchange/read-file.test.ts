import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compiledModels } from "#protocols/compiler/compiled-models.ts";
import { canonicalJson } from "#protocols/language/canonical.ts";
import { type FileOrigin, ownFile } from "./own-file.ts";
import { longestFile, readFile } from "./read-file.ts";
import { xstateFile } from "./xstate-file.ts";

const digest = (text: string) => createHash("sha256").update(text).digest("hex");
const origin: FileOrigin = { territory: "Département de l'Exemple", status: "published" };
const [[, small] = []] = compiledModels;
if (!small) throw new Error("The catalogue is empty.");
const source = ownFile(small.protocol, origin, digest);

describe.each(compiledModels)("the file of %s", (_, { protocol }) => {
	const written = ownFile(protocol, origin, digest);

	test("reads back as it was, with where it comes from", () => {
		expect(readFile(written, digest)).toEqual({
			ok: true,
			kind: "own",
			protocol,
			origin,
			notices: [],
		});
	});

	test("is the same to the byte whatever order the document was written in", () => {
		expect(ownFile(reversed(protocol), origin, digest)).toBe(written);
	});

	test("carries the hash that names its version", () => {
		expect(JSON.parse(written).sha256).toBe(digest(canonicalJson(protocol)));
	});
});

test("a file that was changed says so, with its line, and is read all the same", () => {
	const read = readFile(source.replace('"n": 1,', '"n": 3,'), digest);

	expect(read.ok && read.notices.map(({ code, at }) => [code, at.column])).toEqual([
		["changed-since-export", 2],
	]);
});

test("a protocol alone, and a machine, are read with the notice that nothing vouches for them", () => {
	const bare = readFile(JSON.stringify(small.protocol), digest);
	const machine = readFile(xstateFile(small), digest);

	for (const read of [bare, machine]) {
		expect(read).toMatchObject({ ok: true, protocol: small.protocol });
		expect(read.ok && read.notices.map(({ code }) => code)).toEqual(["without-hash"]);
	}
	expect([bare, machine].map((read) => read.ok && read.kind)).toEqual(["bare", "xstate"]);
});

test("another kind of file is told apart from a fault inside a file, in plain words", () => {
	const letter = readFile("Bonjour,\nvoici le protocole.", digest);
	const cut = readFile(source.slice(0, 200), digest);
	const list = readFile("[]", digest);

	const said = [letter, cut, list].map((read) => (read.ok ? "" : read.issues[0]?.sentence.fr));
	expect(said[0]).toMatch(/^Ce texte n'est pas celui d'un fichier JSON\./);
	expect(said[1]).toMatch(/^Ici, le fichier n'est plus du JSON/);
	expect(said[2]).toMatch(/attendu : des clés entre accolades/);
});

test.each([
	["a key that no protocol has", '"audit": true,', "unknown-key"],
	["a reference to elsewhere", '"$ref": "other.json",', "reference"],
	["a way behind the object", '"__proto__": {},', "forbidden-key"],
	["a way to its constructor", '"constructor": 1,', "forbidden-key"],
	["a key twice", '"id": "one", "id": "two",', "same-key-twice"],
	["what is no JSON", "id: 3,", "not-json"],
])("%s is refused with its line", (_, slipped, code) => {
	const line = lineOf(source, '"format"');

	const read = readFile(insertedAt(source, line, slipped), digest);

	const issues = read.ok ? [] : read.issues;
	expect(issues.map((issue) => issue.code)).toContain(code);
	expect(issues.find((issue) => issue.code === code)?.at.line).toBe(line);
	for (const { sentence } of issues) {
		expect(sentence.fr).not.toBe("");
		expect(sentence.en).not.toBe("");
	}
});

test.each([
	["a script", "<script>alert(1)</script>", "markup"],
	["markup in entities", "&#60;b&#62;", "markup"],
	["a program", "function () { return 1 }", "executable"],
	["a short program", "() => process.exit()", "executable"],
	["a formula", "Bonjour {{name}}", "executable"],
	["an address that runs", "javascript:alert(1)", "executable"],
	["an address", "Voir https://exemple.test/page", "address"],
	["letters that turn the text around", "Signe \u202eiucce", "hidden-characters"],
	["a text without end", "a".repeat(7000), "too-long"],
])("%s in a text is refused with its line", (_, text, code) => {
	const line = lineOf(source, '"fr"');
	const lines = source.split("\n");
	lines[line - 1] = `"fr": ${JSON.stringify(text)}`;

	const read = readFile(lines.join("\n"), digest);

	expect(read.ok ? [] : read.issues.map((issue) => [issue.code, issue.at.line])).toContainEqual([
		code,
		line,
	]);
});

test("texts of the field pass: numbers, abbreviations, brackets, comparisons", () => {
	const text =
		"Moins de 15 ans (<15) : appelez le 119 ; « aide » → CRIP & juge, 3 > 2, data : non.";

	const read = readFile(source.replace(/"fr": "[^"]+"/, `"fr": "${text}"`), digest);

	expect(read.ok).toBe(true);
});

test("what is too big or too deep is refused before it is read", () => {
	const codes = (text: string) => {
		const read = readFile(text, digest);
		return read.ok ? [] : read.issues.map(({ code }) => code);
	};

	expect(codes(" ".repeat(longestFile + 1))).toEqual(["too-big"]);
	expect(codes("[".repeat(100_000))).toEqual(["too-deep"]);
});

test("nothing that somebody may bring makes the reader fail, and a refusal always has a place", () => {
	const spoiled = fc
		.tuple(fc.nat(source.length), fc.nat(40), fc.string({ maxLength: 12, unit: "binary" }))
		.map(([at, cut, put]) => source.slice(0, at) + put + source.slice(at + cut));
	fc.assert(
		fc.property(fc.oneof(spoiled, fc.json(), fc.string()), (text) => {
			const read = readFile(text, digest);
			if (read.ok) return;
			expect(read.issues.length).toBeGreaterThan(0);
			const lines = text.split("\n");
			for (const { at } of read.issues) {
				expect(at.line).toBeLessThanOrEqual(lines.length);
				expect(at.column).toBeLessThanOrEqual((lines[at.line - 1]?.length ?? 0) + 1);
			}
		}),
		{ numRuns: 300 },
	);
});

function insertedAt(text: string, line: number, slipped: string): string {
	return text
		.split("\n")
		.toSpliced(line - 1, 0, slipped)
		.join("\n");
}

function lineOf(text: string, words: string): number {
	return text.split("\n").findIndex((line) => line.includes(words)) + 1;
}

function reversed<Value>(value: Value): Value {
	if (Array.isArray(value)) return value.map(reversed) as Value;
	if (value === null || typeof value !== "object") return value;
	const entries = Object.entries(value).reverse();
	return Object.fromEntries(entries.map(([key, part]) => [key, reversed(part)])) as Value;
}
