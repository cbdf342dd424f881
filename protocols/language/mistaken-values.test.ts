import { expect, test } from "vitest";
import { changedExample, exampleAt } from "./changed-example.ts";
import type { DocumentPath } from "./places.ts";
import { readProtocol } from "./read-protocol.ts";

/** What is wrong, its code, what changes in the example, and the place when that is another one. */
type Row = [string, string, { at: DocumentPath; becomes?: unknown }, DocumentPath?];

const { firstAnalysis, receiveSign, sendConcern, support, watch } = exampleAt;
const firstOutcome = [...receiveSign, "outcomes", 0];
const condition = [...firstAnalysis, "outcomes", 0, "when"];
const handoff = [...sendConcern, "handoff"];
const promised = ["promises", 0, "within", "n"];

const wrongTypes: Row[] = [
	["a number for a title", "wrong-type", { at: ["title"], becomes: 7 }],
	["null for a title", "wrong-type", { at: ["title"], becomes: null }],
	["a list for a title", "wrong-type", { at: ["title"], becomes: ["Exemple"] }],
	["a sentence for a title", "wrong-type", { at: ["title"], becomes: "Exemple" }],
	["an object for the roles", "wrong-type", { at: ["roles"], becomes: {} }],
	["null for a role", "wrong-type", { at: ["roles", 0], becomes: null }],
	["an object for the phases", "wrong-type", { at: ["phases"], becomes: {} }],
	["a list for a step", "wrong-type", { at: receiveSign, becomes: [] }],
	["a word for a number", "wrong-type", { at: promised, becomes: "two" }],
	["half a day", "wrong-type", { at: promised, becomes: 0.5 }],
	["a number without end", "wrong-type", { at: promised, becomes: Number.POSITIVE_INFINITY }],
	["yes for true", "wrong-type", { at: ["roles", 0, "external"], becomes: "yes" }],
	["a word for a list", "wrong-type", { at: [...receiveSign, "questions"], becomes: "adhesion" }],
];

const missingParts: Row[] = [
	["no French title", "wrong-type", { at: ["title", "fr"] }],
	["an empty French title", "too-small", { at: ["title", "fr"], becomes: "" }],
	["white space for a title", "too-small", { at: ["title", "en"], becomes: "  " }],
	["no guidance", "wrong-type", { at: [...receiveSign, "guidance"] }],
	["an outcome without label", "wrong-type", { at: [...firstOutcome, "label"] }],
	["an outcome that leads nowhere", "no-such-form", { at: [...firstOutcome, "to"] }],
	["a step without outcomes", "too-small", { at: [...receiveSign, "outcomes"], becomes: [] }],
	["a step without responsible role", "wrong-type", { at: [...receiveSign, "role"] }],
	["a step without delay", "wrong-type", { at: [...receiveSign, "delay"] }],
	["a delay without unit", "unknown-value", { at: [...receiveSign, "delay", "unit"] }],
	["no list of interruptions", "wrong-type", { at: ["interruptions"] }],
	[
		"an interruption without steps",
		"too-small",
		{ at: ["interruptions", 0, "steps"], becomes: [] },
	],
	["no role at all", "too-small", { at: ["roles"], becomes: [] }],
	["no language", "too-small", { at: ["languages"], becomes: [] }],
	[
		"a group with one track",
		"too-small",
		{ at: [...support, "tracks", 1] },
		[...support, "tracks"],
	],
	["two phases", "too-small", { at: ["phases", 2] }, ["phases"]],
];

const wrongValues: Row[] = [
	["another format", "unknown-value", { at: ["format"], becomes: "relais-protocol/9" }],
	["an unknown language", "unknown-value", { at: ["languages", 0], becomes: "de" }],
	["minutes", "unknown-value", { at: [...receiveSign, "delay", "unit"], becomes: "minutes" }],
	["an unknown kind", "unknown-value", { at: [...receiveSign, "kind"], becomes: "task" }],
	["an unknown field", "unknown-value", { at: [...receiveSign, "questions", 0], becomes: "name" }],
	["an unknown urgency", "unknown-value", { at: [...handoff, "urgency"], becomes: "asap" }],
	["an unknown action", "unknown-value", { at: [...handoff, "asks"], becomes: "HELP" }],
	["an unknown end", "unknown-value", { at: [...firstOutcome, "on"], becomes: "lost" }],
	["half a group", "unknown-value", { at: [...support, "completes"], becomes: "any" }],
	["a phase out of order", "unknown-value", { at: ["phases", 0, "id"], becomes: "orientation" }],
	["no round at all", "too-small", { at: [...watch, "rounds", "most"], becomes: 0 }],
	["no delay at all", "too-small", { at: [...receiveSign, "delay", "n"], becomes: 0 }],
	["a negative delay", "too-small", { at: [...receiveSign, "delay", "n"], becomes: -1 }],
	["a delay of years", "too-big", { at: [...receiveSign, "delay", "n"], becomes: 1001 }],
	["ten recipients", "too-big", { at: [...handoff, "recipients"], becomes: 10 }],
	["a fourth phase", "too-big", { at: ["phases", 3], becomes: {} }, ["phases"]],
	["a law unnamed", "law-without-reference", { at: [...sendConcern, "delay", "reference"] }],
	["an id in capitals", "wrong-format", { at: [...receiveSign, "id"], becomes: "Receive" }],
	["an id with a dot", "wrong-format", { at: [...receiveSign, "id"], becomes: "receive.sign" }],
	["a long id", "wrong-format", { at: [...receiveSign, "id"], becomes: "a".repeat(61) }],
	["an id that is no word", "wrong-format", { at: [...receiveSign, "id"], becomes: "__proto__" }],
	["a code in lower case", "wrong-format", { at: [...firstOutcome, "code"], becomes: "watch" }],
	["an end that is none", "wrong-format", { at: [...firstOutcome, "to"], becomes: "@away" }],
	[
		"a condition on a name",
		"no-such-form",
		{ at: [...condition, "fact"], becomes: "name" },
		condition,
	],
	["a condition without codes", "too-small", { at: [...condition, "in"], becomes: [] }],
	["nobody to raise", "too-small", { at: ["interruptions", 0, "raisedBy"], becomes: [] }],
];

test.each([...wrongTypes, ...missingParts, ...wrongValues])(
	"%s is said in both languages, at its place (%s)",
	(_, code, change, place = change.at) => {
		const read = readProtocol(changedExample(change));

		expect(read.ok ? [] : read.issues).toEqual([
			{
				code,
				path: place,
				sentence: {
					fr: expect.stringMatching(/^[A-ZÀ-Ü«].+\.$/),
					en: expect.stringMatching(/^[A-Z"].+\.$/),
				},
			},
		]);
	},
);

test("a number that no machine counts exactly is too big", () => {
	const read = readProtocol(changedExample({ at: promised, becomes: 1e300 }));

	expect(new Set(read.ok ? [] : read.issues.map(({ code }) => code))).toEqual(new Set(["too-big"]));
});

test("the three phases in another order are refused one by one", () => {
	const [first, second, third] = (changedExample() as { phases: unknown[] }).phases;

	const read = readProtocol(changedExample({ at: ["phases"], becomes: [second, first, third] }));

	expect(read.ok ? [] : read.issues.map(({ code, path }) => [code, path])).toEqual([
		["unknown-value", ["phases", 0, "id"]],
		["unknown-value", ["phases", 1, "id"]],
	]);
});
