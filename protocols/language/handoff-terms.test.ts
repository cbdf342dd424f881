import { expect, test } from "vitest";
import { changedExample, type DocumentChange, exampleAt } from "./changed-example.ts";
import { spellPath } from "./issue.ts";
import { readProtocol } from "./read-protocol.ts";
import { endOf } from "./step.ts";

const { askCare, report, sendConcern } = exampleAt;
const step = spellPath(sendConcern);

test.each<[string, DocumentChange, string]>([
	[
		"terms of a handoff on another kind of step",
		{ at: [...sendConcern, "kind"], becomes: "action" },
		`handoff-terms ${step}`,
	],
	["a handoff step without terms", { at: [...sendConcern, "handoff"] }, `handoff-terms ${step}`],
	[
		"an outside mode for an inside role",
		{ at: [...sendConcern, "handoff", "mode"], becomes: "external" },
		`handoff-mode ${step}.handoff.mode`,
	],
	[
		"an inside mode for an outside role",
		{ at: [...sendConcern, "handoff", "to"], becomes: "prosecutor" },
		`handoff-mode ${step}.handoff.mode`,
	],
	[
		"no outcome for an acceptance",
		{ at: [...sendConcern, "outcomes", 0] },
		`handoff-without-success ${step}.outcomes`,
	],
	[
		"no outcome for a completion",
		{ at: [...askCare, "outcomes", 0] },
		`handoff-without-success ${spellPath(askCare)}.outcomes`,
	],
	[
		"going on at the returned outcome without one",
		{ at: [...report, "handoff", "goesOn"], becomes: "outcome" },
		`handoff-without-success ${spellPath(report)}.outcomes`,
	],
	[
		"an outcome that answers no end of the handoff",
		{ at: [...sendConcern, "outcomes", 1, "code"], becomes: "ELSEWHERE" },
		`outcome-without-end ${step}.outcomes[1]`,
	],
])("%s is said in both languages, at its place", (_, change, line) => {
	const read = readProtocol(changedExample(change));

	expect(read.ok ? [] : read.issues.map(({ code, path }) => `${code} ${spellPath(path)}`)).toEqual([
		line,
	]);
	expect(read.ok ? [] : read.issues.map(({ sentence }) => sentence)).toEqual([
		{
			fr: expect.stringMatching(/^[A-ZÀ-Ü«].+\.$/),
			en: expect.stringMatching(/^[A-Z"].+\.$/),
		},
	]);
});

test("an outcome of any name may say which end of the handoff it answers", () => {
	const at = [...sendConcern, "outcomes", 1];
	const outcome = { code: "ELSEWHERE", label: { fr: "Ailleurs" }, to: "close", on: "refused" };

	const read = readProtocol(changedExample({ at, becomes: outcome }));

	expect(read.ok).toBe(true);
});

test.each([
	["ACCEPTED", "accepted"],
	["REFUSED", "refused"],
	["REDIRECTED", "refused"],
	["NO_ACK", "withdrawn"],
	["COMPLETED", "completed"],
	["DONE", "completed"],
	["FAILED", "failed"],
	["ELSEWHERE", undefined],
])("the code %s answers the end %s by itself", (code, end) => {
	expect(endOf({ code, label: { fr: "Issue" }, to: "close" })).toBe(end);
});
