import { describe, expect, test } from "vitest";
import { playScenario } from "#protocols/casework/scenario-stage.ts";
import type { Act } from "#protocols/catalogue/scenario.ts";
import { type CompiledProtocol, compileProtocol } from "#protocols/compiler/compile.ts";
import { spellPart } from "#protocols/editing/part-ref.ts";
import { checkProtocol } from "./check-protocol.ts";
import { type Finding, type FindingCode, findingCodes } from "./finding.ts";
import { leastDepth } from "./full-depths.for-tests.ts";
import { exploreFully } from "./full-exploration.for-tests.ts";
import { planters } from "./planters.for-tests.ts";
import { chance } from "./random-protocol.for-tests.ts";
import { soundProtocol } from "./sound-protocol.for-tests.ts";

/** `npm run checker` plants a thousand faults; the ordinary run fewer of the same. */
const each = Math.ceil(Number(process.env.CHECKER_PROTOCOLS ?? 150) / findingCodes.length);
const seeds = Array.from({ length: each }, (_, seed) => seed);
const monday = Date.UTC(2026, 8, 7, 8);

test("in a sound protocol there is nothing to find", () => {
	for (const seed of seeds) {
		expect(checkProtocol(compileProtocol(soundProtocol(seed)))).toEqual([]);
	}
});

describe("a planted fault is found, and its story is a shortest one that can be played", () => {
	test.each(findingCodes)("%s", (code) => {
		for (const seed of seeds) {
			const protocol = structuredClone(soundProtocol(seed));
			const { part, territory } = planters[code](protocol, chance(seed + 1));
			const compiled = compileProtocol(protocol);

			const findings = checkProtocol(compiled, territory);

			const found = findings.find((one) => one.code === code && spellPart(one.part) === part);
			if (!found) throw new Error(`${code} at ${part} with seed ${seed}`);
			expect(found.story !== undefined).toBe(tellsAStory.has(code));
			expect(found.told?.length).toBe(found.story?.length);
			if (found.story) replay(compiled, found, found.story);
		}
	});
});

test("where not everything was seen, nothing is concluded from absence", () => {
	const protocol = structuredClone(soundProtocol(0));
	planters["too-entangled"](protocol, chance(1));
	planters["unreachable-step"](protocol, chance(1));

	const codes = checkProtocol(compileProtocol(protocol)).map(({ code }) => code);

	expect(codes).toContain("too-entangled");
	expect(codes).not.toContain("unreachable-step");
});

const tellsAStory = new Set<FindingCode>([
	"trap",
	"tracks-wait-for-each-other",
	"group-never-completes",
	"silent-side",
	"refusal-without-way-out",
	"runaway-without-return",
	"incomplete-conditions",
	"overlapping-conditions",
	"endless-loop",
	"closure-with-open-handoff",
]);

function replay(compiled: CompiledProtocol, finding: Finding, story: Act[]): void {
	const none = { fr: "-" };
	const scenario = { id: "story", title: none, shows: none, acts: story };
	const ends = { closed: false, open: [] };
	const { situation } = playScenario(compiled.protocol, { ...scenario, ends }, monday);
	expect(situation.status).toBe("open");

	const full = exploreFully(compiled, 20_000);
	expect(full.complete).toBe(true);
	const least = leastDepth(compiled, full, finding);
	if (least !== undefined)
		expect({ ...finding, moves: movesOf(story) }).toEqual({ ...finding, moves: least });
}

/** Answers, handoffs and interruptions raised: what the two sides of a handoff do is one move. */
function movesOf(story: Act[]): number {
	return story.filter((act) => "answers" in act || "raises" in act || "handsOff" in act).length;
}
