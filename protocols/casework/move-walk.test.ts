import fc from "fast-check";
import { expect, test } from "vitest";
import { catalogue } from "#protocols/catalogue/catalogue.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { decide } from "./decide.ts";
import { compiledFrom, editedVersion } from "./edited.for-tests.ts";
import { type SituationEvent, situationEvent } from "./events.ts";
import { stateOf } from "./handoff/handoff.ts";
import { brokenPromises } from "./invariants.ts";
import { type MoveMap, proposeMap } from "./move-map.ts";
import type { Chance } from "./random-choice.ts";
import { chanceFrom, randomWalk, type WalkStep, walkOn, worldByChance } from "./random-walk.ts";
import { firstVersion, replay } from "./replay.ts";
import { isOverdue, openParts, openSteps, placed, type Situation } from "./situation.ts";
import type { Acting } from "./story.ts";

// One seed, so that a failure is the same on every machine; fast-check prints it with the walk.
const settings = { seed: 20_260_907, numRuns: 25 };
const monday = 1_788_768_000_000;
const minuteMs = 60_000;
const [first, second] = ["a".repeat(64), "b".repeat(64)];
const coordinator: Acting = {
	structure: "coordination",
	actor: "coordination-member",
	reception: false,
	coordinator: true,
};
const met = { moved: 0, refused: new Map<string, number>(), begun: 0, handoffs: 0 };

test.each(catalogue.map(({ id, document }) => [id, document] as const))(
	"%s: moved at any point to an edited version, nothing is lost, doubled or delayed",
	(_, document) => {
		const old = compiledFrom(document);
		const versions = [0, 1, 2].map((turn) => editedVersion(old, turn));

		fc.assert(
			fc.property(fc.nat(1_000_000_000), fc.integer({ min: 5, max: 240 }), (seed, length) => {
				const edited = versions[seed % 3] ?? old;
				const chance = chanceFrom(seed);
				const world = worldByChance(old, chance);
				const before = tell(randomWalk(old, chance, length, monday, world));
				if (!before || before.situation.status === "closed") return;

				const at = world.at(before.now);
				const moved = move(before.situation, { old, edited, chance, at });
				if (!moved) return;
				expect(lostBetween(before.situation, moved.situation)).toEqual([]);
				expect(brokenPromises(moved.situation)).toEqual([]);

				const after = tell(walkOn(moved.situation, chance, 40, before.now, world));
				const events = [...before.events, ...moved.events, ...(after?.events ?? [])];
				const last = after?.situation ?? moved.situation;
				expect(digest(toldAgain(events, { old, edited }))).toBe(digest(last));
			}),
			settings,
		);
	},
	minuteMs,
);

test("most walks are moved, some handoffs with them, and what is not proven is refused", () => {
	expect(met.moved).toBeGreaterThan(30);
	expect(met.handoffs).toBeGreaterThan(10);
	expect(met.begun).toBeGreaterThan(3);
	expect([...met.refused.keys()]).toContain("track-unplaced");
});

/** What a walk comes to; undefined where nothing was accepted. */
function tell(walk: Iterable<WalkStep>) {
	const events: SituationEvent[] = [];
	let last: { situation: Situation; now: number } | undefined;
	for (const { decision, circumstances } of walk) {
		if (!decision.accepted) continue;
		expect(brokenPromises(decision.situation)).toEqual([]);
		last = { situation: decision.situation, now: circumstances.now };
		events.push(...decision.events);
	}
	return last && { ...last, events };
}

type Versions = { old: CompiledProtocol; edited: CompiledProtocol };
type Move = Versions & { chance: Chance; at: Parameters<typeof decide>[2] };

/** Moves by the proposed map; sometimes nobody says what becomes of the added track. */
function move(situation: Situation, { old, edited, chance, at }: Move) {
	const { steps } = proposeMap(old, edited);
	const choice = (["begins", "done"] as const)[chance(2)] ?? "begins";
	const renamed = [...edited.places.tracks.keys()].filter((id) => id.endsWith("-anew"));
	// What ended under its old name has ended; where it runs, its open step says so.
	const known = Object.fromEntries(renamed.map((id) => [id, "done" as const]));
	const tracks: MoveMap["tracks"] = chance(4) === 0 ? known : { ...known, added: choice };
	const map = { steps, tracks };
	const decision = decide(
		situation,
		{
			type: "move-situation",
			acting: coordinator,
			seen: situation.position,
			from: first,
			to: second,
			version: edited,
			map,
		},
		at,
	);
	if (!decision.accepted) {
		const { refusal } = decision;
		const code = refusal.code === "cannot-move" ? refusal.because.code : refusal.code;
		expect(code, JSON.stringify(refusal)).not.toBe("promise-broken");
		met.refused.set(code, (met.refused.get(code) ?? 0) + 1);
		return undefined;
	}
	const [event] = decision.events;
	met.moved += 1;
	if (event?.type === "situation-moved") {
		met.begun += event.begins.length;
		met.handoffs += event.handoffs.length;
	}
	return decision;
}

/** What was there before and is not after: a holder, a handoff, a clock, time that was given. */
function lostBetween(before: Situation, after: Situation): string[] {
	const steps = openSteps(before);
	const renamed = openSteps(after).slice(0, steps.length);
	const holderOf = (situation: Situation, step: string) =>
		situation.holders[placed(situation, step).container.part]?.structure;
	const lost = steps.flatMap((step, place) => {
		const now = renamed[place] ?? "";
		const [old, fresh] = [before.clocks[`step:${step}`], after.clocks[`step:${now}`]];
		return [
			...(holderOf(before, step) === holderOf(after, now) ? [] : [`${step} has another holder`]),
			...(old && fresh && fresh.dueAt <= old.dueAt ? [] : [`${step} is delayed`]),
			...(old?.startedAt === fresh?.startedAt ? [] : [`${step} begins anew`]),
			...(isOverdue(before, step) === isOverdue(after, now) ? [] : [`${step} is late no more`]),
		];
	});
	const handoffs = Object.values(before.handoffs).flatMap((handoff) => {
		const now = after.handoffs[handoff.id];
		const clock = `handoff:${handoff.id}` as const;
		const same =
			now !== undefined &&
			stateOf(now) === stateOf(handoff) &&
			JSON.stringify(after.clocks[clock]) === JSON.stringify(before.clocks[clock]);
		return same ? [] : [`${handoff.id} is not as it was`];
	});
	const doubled = new Set(openSteps(after)).size === openSteps(after).length ? [] : ["doubled"];
	const parts = openParts(after).length >= openParts(before).length ? [] : ["a part is gone"];
	return [...lost, ...handoffs, ...doubled, ...parts];
}

/** Through the door of the journal, from the first event on. */
function toldAgain(events: SituationEvent[], { old, edited }: Versions): Situation {
	const stored = events.map((event) => situationEvent.parse(JSON.parse(JSON.stringify(event))));
	expect(firstVersion(stored)).toBe(first);
	return replay(old, stored, (hash) => {
		expect(hash).toBe(second);
		return edited;
	});
}

function digest(situation: Situation): string {
	const { compiled, earlier, snapshot, handoffs, beforeLatestAnswer, ...told } = situation;
	return JSON.stringify({
		...told,
		versions: [compiled, ...earlier].map(({ protocol }) => protocol.phases[0].steps[0]?.delay.n),
		value: snapshot.value,
		context: snapshot.context,
		handoffs: Object.values(handoffs).map(({ snapshot: life, ...handoff }) => ({
			...handoff,
			life: life.value,
		})),
		slip: beforeLatestAnswer?.position,
	});
}
