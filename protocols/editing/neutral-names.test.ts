import fc from "fast-check";
import { expect, test } from "vitest";
import type { Chance } from "#protocols/casework/random-choice.ts";
import { chanceFrom } from "#protocols/casework/random-walk.ts";
import { canonicalJson } from "#protocols/language/canonical.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import type { EditCommand } from "./commands.ts";
import { edit } from "./edit.ts";
import { exampleProtocol } from "./example.for-tests.ts";
import { withNeutralNames } from "./neutral-names.ts";
import { hasPart } from "./part-ref.ts";
import { randomEdit } from "./random-edit.for-tests.ts";

const everything = () => true;
const nothing = () => false;

test("a new part whose title is suspected is named for what it is, inside and out", () => {
	const command: EditCommand = {
		...{ type: "add-group", in: "care", title: { fr: "Avec Lou" } },
		tracks: [{ title: { fr: "Lou" } }, { id: "justice" }],
	};
	const before = exampleProtocol();

	const named = withNeutralNames(before, done(before, command), ({ fr }) => fr.includes("Lou"));

	expect(named.selected).toEqual({ kind: "group", id: "groupe" });
	const [group] = named.protocol.phases[2].groups[0]?.tracks[1]?.groups ?? [];
	expect(group?.tracks.map(({ id, start }) => [id, start])).toEqual([
		["axe", "etape"],
		["justice", "premiere-etape-justice-et-droits"],
	]);
});

test("what was there keeps its name, and what is not suspected is left as it is", () => {
	const before = exampleProtocol();
	const title = { fr: "Lou" };
	const renamed = done(before, { type: "set-step", step: "watch", title });
	const added = done(before, { type: "add-interruption", title });

	expect(canonicalJson(withNeutralNames(before, renamed, everything).protocol)).toBe(
		canonicalJson(renamed.protocol),
	);
	expect(canonicalJson(withNeutralNames(before, added, nothing).protocol)).toBe(
		canonicalJson(added.protocol),
	);
});

test("whatever was added, a draft with neutral names is still a protocol", () => {
	fc.assert(
		fc.property(fc.nat(1_000_000_000), (seed) => {
			const chance = chanceFrom(seed);
			let protocol = exampleProtocol();
			for (let turn = 0; turn < 20; turn += 1) protocol = afterOneEdit(protocol, chance);
		}),
		{ seed: 20_261_122, numRuns: 15 },
	);
}, 60_000);

function afterOneEdit(protocol: Protocol, chance: Chance): Protocol {
	const edited = edit(protocol, randomEdit(protocol, chance));
	if (!edited.ok) return protocol;
	const named = withNeutralNames(protocol, edited, everything);
	const read = readProtocol(JSON.parse(canonicalJson(named.protocol)));
	expect(read.ok ? [] : read.issues).toEqual([]);
	if (named.selected) expect(hasPart(named.protocol, named.selected)).toBe(true);
	return named.protocol;
}

function done(protocol: Protocol, command: EditCommand) {
	const edited = edit(protocol, command);
	if (!edited.ok) throw new Error(JSON.stringify(edited.refusal));
	return edited;
}
