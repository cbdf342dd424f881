import { expect, test } from "vitest";
import { modelOf } from "#protocols/catalogue/catalogue.ts";
import { compileProtocol } from "#protocols/compiler/compile.ts";
import { type Sight, sightsOf } from "#protocols/simulator/sights.ts";
import { simulate } from "#protocols/simulator/simulate.ts";
import { situationPage } from "./situation-page.ts";
import { tellInStore } from "./small-casework.ts";
import { actingFor, ownSituation, type SmallStory, scopeOf } from "./small-story.ts";
import { momentAt, smallTerritory } from "./small-territory.ts";

/*
 * The simulator says what each structure would see. Here the same story is told in the store, and
 * what the real page of each structure shows is held against it, act after act.
 */

const stories = (modelOf("example")?.scenarios ?? []).flatMap(({ id, acts }) =>
	acts
		.map((_, length) => ({ id, length, acts: acts.slice(0, length) }))
		.filter(({ acts: played }) => !played.some((act) => "waits" in act)),
);

test.each(stories)("what $id shows after $length acts is what the real pages show", ({ acts }) => {
	const small = smallTerritory();
	const { now } = tellInStore(small, acts);
	const { told } = simulate(compileProtocol(small.protocol), { acts });
	if (!told) throw new Error("The example opens.");
	const sights = sightsOf(told).filter(({ sees }) => sees === "situation");

	expect(sights.length).toBeGreaterThan(0);
	for (const sight of sights) {
		expect(shownTo({ ...small, now }, sight.structure)).toEqual(saidOf(sight));
	}
});

/** What the page of a structure shows, as far as the simulator speaks of it. */
function shownTo(story: SmallStory, structure: string) {
	const page = situationPage(story.db, ownSituation(story, structure), {
		scope: scopeOf(story, structure),
		acting: actingFor(structure),
		moment: momentAt(story.now),
	});
	return {
		holds: page.held.some(({ who }) => who.own),
		steps: sorted(page.steps.map(({ id, own, paused }) => [id, own, paused])),
		elsewhere: sorted(page.partners.map(({ who, state }) => [who?.name ?? null, state])),
		handoffs: sorted(
			page.handoffs.map((handoff) =>
				handoff.own
					? [handoff.stepId, handoff.side, handoff.state, handoff.awaited]
					: [handoff.stage],
			),
		),
		facts: Object.keys(page.facts).sort(),
	};
}

/** The same, as the simulator says it. */
function saidOf({ holds, steps, elsewhere, handoffs, facts }: Sight) {
	return {
		holds,
		steps: sorted(steps.map(({ step, own, state }) => [step, own, state === "paused"])),
		elsewhere: sorted(elsewhere.map(({ structure, state }) => [structure ?? null, state])),
		handoffs: sorted(
			handoffs.map((handoff) =>
				handoff.own
					? [handoff.step, handoff.side, handoff.state, handoff.awaited]
					: [handoff.stage],
			),
		),
		// The small casework opens without saying who noticed first.
		facts: Object.keys(facts)
			.filter((field) => field !== "source_type")
			.sort(),
	};
}

function sorted(lines: unknown[][]): string[] {
	return lines.map((line) => JSON.stringify(line)).sort();
}
