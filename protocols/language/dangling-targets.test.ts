import { expect, test } from "vitest";
import { changedExample, type DocumentChange, exampleAt } from "./changed-example.ts";
import { spellPath } from "./issue.ts";
import type { DocumentPath } from "./places.ts";
import { readProtocol } from "./read-protocol.ts";

const { call, close, firstAnalysis, review, runaway, safety, support, watch, welcome } = exampleAt;

/** What is wrong, its code, and what changes in the example; the issue stands at the first change. */
type Row = [string, string, DocumentChange, ...DocumentChange[]];

const leads = (from: DocumentPath, becomes: string): DocumentChange => ({
	at: [...from, "outcomes", 0, "to"],
	becomes,
});
const starts = (place: DocumentPath, becomes: string): DocumentChange => ({
	at: [...place, "start"],
	becomes,
});
const moves = (from: DocumentPath, becomes: string): DocumentChange => ({
	at: [...from, "outcomes", 0, "leads"],
	becomes,
});
const isClosure = (step: DocumentPath) => ({ at: [...step, "kind"], becomes: "closure" });

const rows: Row[] = [
	["a target nowhere", "unknown-target", leads(review, "nowhere")],
	["a target inside a track, from outside", "unknown-target", leads(close, "review")],
	["a target in the track beside", "unknown-target", leads(review, "ask-care")],
	["a track as a target", "unknown-target", leads(close, "safety")],
	["a phase as a target", "unknown-target", leads(close, "orientation")],
	["an interruption as a target", "unknown-target", leads(close, "runaway")],
	["a step of an interruption, from the course", "unknown-target", leads(review, "call")],
	["a step of the course, from an interruption", "unknown-target", leads(call, "close")],
	["a step of another interruption", "unknown-target", leads(call, "welcome")],
	["@end outside a track", "unknown-target", leads(firstAnalysis, "@end")],
	["@end in an interruption, outside a track", "unknown-target", leads(call, "@end")],
	["@over outside an interruption", "unknown-target", leads(review, "@over")],
	["@closed outside a closure step", "closure-elsewhere", leads(review, "@closed")],
	["@closed inside a track", "closure-elsewhere", leads(review, "@closed"), isClosure(review)],
	["@closed elsewhere", "closure-elsewhere", leads(welcome, "@closed"), isClosure(welcome)],
	["a group to nowhere", "unknown-target", { at: [...support, "to"], becomes: "nowhere" }],
	["a group that ends no track", "unknown-target", { at: [...support, "to"], becomes: "@end" }],
	["a course that is over", "unknown-target", { at: [...support, "to"], becomes: "@over" }],
	["a start nowhere", "unknown-start", starts(safety, "nowhere")],
	["a start in the track beside", "unknown-start", starts(safety, "ask-care")],
	["a start in another phase", "unknown-start", starts(["phases", 0], "close")],
	["a start in another interruption", "unknown-start", starts(runaway, "call")],
	["leads from the course", "unknown-lead", moves(review, "close")],
	["leads without @over", "unknown-lead", moves(welcome, "close"), leads(welcome, "keep-bond")],
	["leads into a track", "unknown-lead", moves(welcome, "review")],
	["leads nowhere", "unknown-lead", moves(welcome, "nowhere")],
	["leads to a step of its own", "unknown-lead", moves(welcome, "keep-bond")],
	[
		"an interruption that does not exist",
		"unknown-interruption",
		{ at: [...review, "outcomes", 0, "raises"], becomes: "flood" },
	],
	[
		"rounds beyond which nothing is offered",
		"unknown-beyond",
		{ at: [...watch, "rounds", "beyond"], becomes: "STOP" },
	],
];

test.each(rows)("%s is said in both languages, at its place (%s)", (_, code, change, ...others) => {
	const read = readProtocol(changedExample(change, ...others));

	expect(read.ok ? [] : read.issues).toEqual([
		{
			code,
			path: change.at,
			sentence: {
				fr: expect.stringMatching(/^[A-ZÀ-Ü«].+\.$/),
				en: expect.stringMatching(/^[A-Z"].+\.$/),
			},
		},
	]);
});

test("every mistake of a document is said, not only the first", () => {
	const issues = issueLines(changedExample(starts(safety, "nowhere"), leads(call, "nowhere")));

	expect(issues).toEqual([
		"unknown-start phases[2].groups[0].tracks[0].start",
		"unknown-target interruptions[0].steps[0].outcomes[0].to",
	]);
});

test("a track may lead out of its group, and an interruption may move the course", () => {
	expect(issueLines(changedExample(leads(review, "close")))).toEqual([]);
	expect(issueLines(changedExample(leads(review, "support")))).toEqual([]);
	expect(issueLines(changedExample(moves(welcome, "close")))).toEqual([]);
});

function issueLines(document: unknown): string[] {
	const read = readProtocol(document);
	return read.ok ? [] : read.issues.map(({ code, path }) => `${code} ${spellPath(path)}`);
}
