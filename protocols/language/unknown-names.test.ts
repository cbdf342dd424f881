import { expect, test } from "vitest";
import { changedExample, type DocumentChange, exampleAt } from "./changed-example.ts";
import { spellPath } from "./issue.ts";
import type { DocumentPath } from "./places.ts";
import { readProtocol } from "./read-protocol.ts";

const { askCare, care, careLater, firstAnalysis, review, runaway, safety } = exampleAt;
const codes = [...firstAnalysis, "outcomes", 0, "when", "in"];
const reached = [...careLater, "outcomes", 1, "when"];

/** What is wrong, the code and the place of the issue, and what stands in the example instead. */
type Row = [string, string, DocumentPath, unknown];

const rows: Row[] = [
	["an unknown responsible role", "unknown-role", [...review, "role"], "nobody"],
	["an unknown participant", "unknown-role", [...review, "participants", 0], "nobody"],
	["an unknown recipient", "unknown-role", [...askCare, "handoff", "to"], "nobody"],
	["an outside role that carries", "external-cannot-carry", [...review, "role"], "prosecutor"],
	["an unknown code", "unknown-code", [...codes, 0], "L9_NONE"],
	["a code that only JavaScript knows", "unknown-code", [...codes, 0], "constructor"],
	["an empty code", "unknown-code", [...codes, 0], ""],
];

test.each(rows)("%s is said in both languages, at its place (%s)", (_, code, path, becomes) => {
	const read = readProtocol(changedExample({ at: path, becomes }));

	expect(read.ok ? [] : read.issues).toEqual([
		{
			code,
			path,
			sentence: {
				fr: expect.stringMatching(/^[A-ZÀ-Ü«].+\.$/),
				en: expect.stringMatching(/^[A-Z"].+\.$/),
			},
		},
	]);
});

test("an unknown role that may raise an interruption is said at its place in the list", () => {
	const issues = issueLines({ at: [...runaway, "raisedBy"], becomes: ["lead", "nobody"] });

	expect(issues).toEqual(["unknown-role interruptions[1].raisedBy[1]"]);
});

test.each(["track", "reached"])("a condition on an unknown %s is said at its place", (key) => {
	const issues = issueLines({ at: [...reached, key], becomes: "ask-care" });

	expect(issues).toEqual([`unknown-reached ${spellPath(reached)}`]);
});

test("a name that is used twice in one place is said at the second", () => {
	const { steps } = (changedExample() as { phases: { steps: object[] }[] }).phases[2] ?? {};

	const issues = issueLines({ at: ["phases", 2, "steps", 1], becomes: steps?.[0] });

	expect(issues).toEqual(["same-name phases[2].steps[1].id"]);
});

test.each(["review", "support", "care", "orientation", "call", "runaway"])(
	"the name %s cannot be given again elsewhere in the document",
	(name) => {
		const issues = renamed("care-later", name);

		expect(issues.filter((line) => line.startsWith("same-name"))).toHaveLength(1);
	},
);

test("two roles of one name are said at the second", () => {
	const twin = { id: "crip", label: { fr: "CRIP" }, external: false };

	const issues = issueLines({ at: ["roles", 5], becomes: twin });

	expect(issues).toEqual(["same-name roles[5].id"]);
});

test("an outcome that is written twice is said at both places", () => {
	const at = ["interruptions", 1, "steps", 1, "outcomes", 1, "code"];

	const issues = issueLines({ at, becomes: "RESUME" });

	expect(issues).toEqual([
		"same-outcome interruptions[1].steps[1].outcomes[0].code",
		"same-outcome interruptions[1].steps[1].outcomes[1].code",
	]);
});

test("a track of one's own needs a title, and is said at its place", () => {
	const issues = renamed("care", "music");

	expect(issues).toEqual([`track-without-title ${spellPath(care)}`]);
});

test.each(["course", "idle", "end", "constructor"])(
	"the compiled machine keeps the name %s for itself",
	(name) => {
		expect(renamed("welcome", name)).toEqual(["reserved-name interruptions[1].steps[1].id"]);
		expect(renamed("support", name)).toEqual(["reserved-name phases[2].groups[0].id"]);
		expect(renamed("safety", name)).toContain(`reserved-name ${spellPath(safety)}.id`);
		expect(renamed("runaway", name)).toEqual(["reserved-name interruptions[1].id"]);
	},
);

test("no role is called constructor", () => {
	expect(renamed("crip", "constructor")).toEqual(["reserved-name roles[1].id"]);
});

function issueLines(change: DocumentChange): string[] {
	return linesOf(changedExample(change));
}

/** The issues of the example after one name is another one wherever it stands. */
function renamed(from: string, to: string): string[] {
	const text = JSON.stringify(changedExample()).replaceAll(`"${from}"`, `"${to}"`);
	return linesOf(JSON.parse(text));
}

function linesOf(document: unknown): string[] {
	const read = readProtocol(document);
	return read.ok ? [] : read.issues.map(({ code, path }) => `${code} ${spellPath(path)}`);
}
