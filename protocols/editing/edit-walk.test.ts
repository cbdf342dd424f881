import fc from "fast-check";
import { expect, test } from "vitest";
import { chanceFrom } from "#protocols/casework/random-walk.ts";
import { catalogue } from "#protocols/catalogue/catalogue.ts";
import { compileProtocol } from "#protocols/compiler/compile.ts";
import { drawingOf } from "#protocols/compiler/drawing.ts";
import { layoutLine } from "#protocols/compiler/layout.ts";
import { outlineOf } from "#protocols/compiler/outline.ts";
import { canonicalJson } from "#protocols/language/canonical.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import { editCommand, editTypes } from "./commands.ts";
import { edit } from "./edit.ts";
import { hasPart } from "./part-ref.ts";
import { patchBetween, patched, reversed } from "./patch.ts";
import { randomEdit } from "./random-edit.for-tests.ts";
import type { RefusalFacts } from "./refusal.ts";
import { emptySkeleton } from "./skeleton.ts";

/** Longer than any walk takes, also on a busy machine. */
const minuteMs = 60_000;
const made = new Set<string>();
const refused = new Set<string>();

test.each([...catalogue.map(({ id, document }) => [id, document] as const), skeleton()])(
	"%s stays a protocol, whatever people do to it",
	(_, document) => {
		const start = read(document);

		fc.assert(
			fc.property(fc.nat(1_000_000_000), (seed) => {
				const chance = chanceFrom(seed);
				let protocol = start;
				for (let turn = 0; turn < 40; turn += 1) protocol = afterOneEdit(protocol, chance);
				const compiled = compileProtocol(protocol);
				expect(() => layoutLine(drawingOf(compiled, "fr"))).not.toThrow();
				expect(() => outlineOf(compiled, "en")).not.toThrow();
			}),
			{ seed: 20_261_122, numRuns: 6 },
		);
	},
	minuteMs,
);

test("the walks make every kind of edit, and meet every kind of refusal", () => {
	const refusals: RefusalFacts["code"][] = [
		"absent",
		"outcome-absent",
		"neighbour-absent",
		"still-referred-to",
		"last-of-its-place",
		"closure-elsewhere",
		"into-itself",
		"left-after-rounds",
		"unreadable",
	];

	expect(editTypes.filter((type) => !made.has(type))).toEqual([]);
	expect(refusals.filter((code) => !refused.has(code))).toEqual([]);
});

function afterOneEdit(protocol: Protocol, chance: ReturnType<typeof chanceFrom>): Protocol {
	const command = randomEdit(protocol, chance);
	const before = canonicalJson(protocol);
	expect(editCommand.safeParse(command).error?.issues ?? [], JSON.stringify(command)).toEqual([]);

	const edited = edit(protocol, command);

	expect(canonicalJson(protocol)).toBe(before);
	if (!edited.ok) {
		refused.add(edited.refusal.code);
		expect(edited.refusal.sentence.fr).not.toBe(edited.refusal.sentence.en);
		return protocol;
	}
	made.add(command.type);
	const again = readProtocol(JSON.parse(canonicalJson(edited.protocol)));
	expect(again.ok ? [] : again.issues, JSON.stringify(command)).toEqual([]);
	const changes = patchBetween(protocol, edited.protocol);
	expect(canonicalJson(patched(protocol, changes))).toBe(canonicalJson(edited.protocol));
	expect(canonicalJson(patched(edited.protocol, reversed(changes)))).toBe(before);
	if (edited.selected) expect(hasPart(edited.protocol, edited.selected)).toBe(true);
	return edited.protocol;
}

function read(document: unknown): Protocol {
	const outcome = readProtocol(document);
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
	return outcome.protocol;
}

function skeleton() {
	return ["an empty skeleton", emptySkeleton({ id: "vide", title: { fr: "Vide" } })] as const;
}
