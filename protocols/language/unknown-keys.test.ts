import { expect, test } from "vitest";
import { changedExample, exampleAt } from "./changed-example.ts";
import { spellPath } from "./issue.ts";
import type { DocumentPath } from "./places.ts";
import { readProtocol } from "./read-protocol.ts";

const { call, firstAnalysis, receiveSign, safety, sendConcern, support, watch } = exampleAt;

test.each<[string, DocumentPath]>([
	["the document", []],
	["a role", ["roles", 0]],
	["a text", ["title"]],
	["a promise", ["promises", 0]],
	["a duration", ["promises", 0, "within"]],
	["a phase", ["phases", 0]],
	["a step", receiveSign],
	["a delay", [...receiveSign, "delay"]],
	["rounds", [...watch, "rounds"]],
	["the terms of a handoff", [...sendConcern, "handoff"]],
	["an outcome", [...receiveSign, "outcomes", 0]],
	["a condition", [...firstAnalysis, "outcomes", 0, "when"]],
	["a group", support],
	["a track", safety],
	["an interruption", ["interruptions", 0]],
	["a step of an interruption", call],
])("a key that does not exist in %s is named, in both languages", (_, path) => {
	const at = [...path, "color"];

	const read = readProtocol(changedExample({ at, becomes: "red" }));

	expect(read.ok ? [] : read.issues).toEqual([
		{
			code: "unknown-key",
			path: at,
			sentence: {
				fr: "La clé « color » n'existe pas ici.",
				en: 'The key "color" does not exist here.',
			},
		},
	]);
});

test("a clock that handoffs do not have is an unknown key of its delays", () => {
	const at = [...sendConcern, "handoff", "delays"];
	const becomes = { think: { n: 1, unit: "clock-hours" } };

	const read = readProtocol(changedExample({ at, becomes }));

	expect(issueLines(read)).toEqual(["unknown-key phases[1].steps[0].handoff.delays.think"]);
});

test("keys that JavaScript knows are keys that the language does not know", () => {
	const text = JSON.stringify(changedExample());
	const document = JSON.parse(
		text.replace('"format"', '"__proto__": { "id": "stolen" }, "constructor": {}, "format"'),
	);

	const read = readProtocol(document);

	expect(issueLines(read).sort()).toEqual(["unknown-key __proto__", "unknown-key constructor"]);
});

test.each([null, undefined, 7, "text", true, [], [changedExample()], {}])(
	"%j is no protocol, and that is said without failing",
	(document) => {
		const read = readProtocol(document);

		expect(issueLines(read)).not.toEqual([]);
	},
);

test("a document nested ten thousand times is refused, not a crash", () => {
	let inner: unknown = { id: "t", start: "x", steps: [] };
	for (let depth = 0; depth < 10_000; depth += 1) {
		inner = { id: "t", start: "x", steps: [], groups: [{ id: "g", tracks: [inner, inner] }] };
	}

	const read = readProtocol(changedExample({ at: safety, becomes: inner }));

	expect(issueLines(read)).toEqual(["too-deep "]);
});

function issueLines(read: ReturnType<typeof readProtocol>): string[] {
	return read.ok ? [] : read.issues.map(({ code, path }) => `${code} ${spellPath(path)}`);
}
