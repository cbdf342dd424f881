import fc from "fast-check";
import { expect, test } from "vitest";
import { catalogue } from "#protocols/catalogue/catalogue.ts";
import { type CompiledProtocol, compileProtocol } from "#protocols/compiler/compile.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import { type SituationEvent, situationEvent } from "./events.ts";
import { type Handoff, isHeldByRecipient, isLive, stateOf } from "./handoff/handoff.ts";
import { brokenPromises } from "./invariants.ts";
import { decideMerger, type Side } from "./merger.ts";
import type { Chance } from "./random-choice.ts";
import { chanceFrom, randomWalk, walkOn, worldByChance } from "./random-walk.ts";
import { evolve, replay } from "./replay.ts";
import { openParts, openSteps, runningInterruptions, type Situation } from "./situation.ts";

// One seed, so that a failure is the same on every machine; fast-check prints it with the walk.
fc.configureGlobal({ seed: 20_260_907, numRuns: 90 });

const monday = 1_788_768_000_000;
const hourMs = 3_600_000;
const minuteMs = 60_000;
const seeds = fc.nat(1_000_000_000);
const lengths = fc.integer({ min: 5, max: 60 });
const count = { merged: 0, moved: 0, held: 0, raised: 0, walkedOn: 0, refused: 0 };

test.each(catalogue.map(({ id, document }) => [id, document] as const))(
	"%s: whatever two situations went through, becoming one loses, doubles and delays nothing",
	(_, document) => {
		const read = readProtocol(document);
		if (!read.ok) throw new Error(JSON.stringify(read.issues));
		const compiled = compileProtocol(read.protocol);

		fc.assert(
			fc.property(seeds, lengths, lengths, (seed, length, otherLength) => {
				const chance = chanceFrom(seed);
				const world = worldByChance(compiled, chance);
				const one = walked(randomWalk(compiled, chance, length, monday, world));
				const later = randomWalk(compiled, chance, otherLength, monday + hourMs, world);
				const other = walked(later);
				if (!one || !other) return;

				const now = Math.max(one.now, other.now);
				const [side, otherSide] = [sideOf(one, 1, "one"), sideOf(other, 2, "other")];
				const merger = decideMerger(side, otherSide, world.at(now));
				if (!merger.accepted) {
					expect(merger.refusal).toEqual({ code: "situation-closed" });
					count.refused += 1;
					return;
				}
				const { remaining, closed } = merger;
				expect(wrongWith(side, otherSide, remaining.situation, closed.situation)).toEqual([]);
				expectToldAgain(compiled, [...one.events, ...remaining.events], remaining.situation);
				expectToldAgain(compiled, [...other.events, ...closed.events], closed.situation);
				walkFurther(remaining.situation, chance, now, world);
			}),
		);
	},
	minuteMs,
);

test("the walks are many, and many handoffs moved, held by either side", () => {
	const { merged, moved, held, raised, walkedOn, refused } = count;

	expect(merged).toBeGreaterThan(60);
	expect(moved).toBeGreaterThan(60);
	expect(held).toBeGreaterThan(5);
	expect(raised).toBeGreaterThan(5);
	expect(walkedOn).toBeGreaterThan(300);
	expect(refused).toBeGreaterThan(5);
});

type Walked = { situation: Situation; events: SituationEvent[]; now: number };

function walked(steps: ReturnType<typeof randomWalk>): Walked | undefined {
	let end: Walked | undefined;
	for (const { decision, circumstances } of steps) {
		if (!decision.accepted) continue;
		const events = [...(end?.events ?? []), ...decision.events];
		end = { situation: decision.situation, events, now: circumstances.now };
	}
	return end;
}

function sideOf({ situation, events }: Walked, reference: number, actor: string): Side {
	const [structure = ""] = Object.values(situation.bindings);
	return {
		situation,
		events,
		reference,
		acting: { structure, actor, reception: false, coordinator: true },
	};
}

/** What must be true of two situations that became one, written out here and not as it is decided. */
function wrongWith(one: Side, other: Side, remaining: Situation, closed: Situation): string[] {
	count.merged += 1;
	const runs = (handoff: Handoff) => isLive(handoff) && stateOf(handoff) !== "draft";
	const before = [one, other].flatMap(({ situation }) =>
		Object.values(situation.handoffs).filter(runs).map(lookOf(situation)),
	);
	const after = [remaining, closed].flatMap((situation) =>
		Object.values(situation.handoffs).filter(runs).map(lookOf(situation)),
	);
	const left = Object.values(other.situation.handoffs).filter(runs);
	count.moved += left.length;
	count.held += left.filter(isHeldByRecipient).length;
	const running = runningInterruptions(remaining).sort();
	const both = [one, other].flatMap(({ situation }) => runningInterruptions(situation));
	const wanted = [...new Set(both)].sort();
	count.raised += wanted.length - runningInterruptions(one.situation).length;
	const heldAsBefore = openParts(one.situation).every(
		(part) => remaining.holders[part]?.structure === one.situation.holders[part]?.structure,
	);
	const stillOpen = openSteps(one.situation).every((step) => openSteps(remaining).includes(step));
	return [
		...brokenPromises(remaining),
		...brokenPromises(closed),
		...(JSON.stringify(before.sort(byId)) === JSON.stringify(after.sort(byId))
			? []
			: ["A handoff was lost, doubled, moved on or delayed."]),
		...(running.join() === wanted.join() ? [] : ["An interruption was lost."]),
		...(heldAsBefore ? [] : ["Somebody stopped holding a part."]),
		...(stillOpen ? [] : ["A step was answered by nobody."]),
		...(closed.status === "closed" && closed.closure?.reason === "DUPLICATE"
			? []
			: ["The duplicate was not closed as one."]),
		...(openSteps(closed).length === 0 ? [] : ["The duplicate still waits for somebody."]),
	];
}

/** What has to be the same of a handoff before and after. */
function lookOf({ clocks }: Situation) {
	return ({ snapshot, beside: _, latestAct: _act, terms, ...handoff }: Handoff) => ({
		...Object.fromEntries(Object.entries(handoff).sort()),
		id: handoff.id,
		urgency: terms.urgency,
		value: snapshot.value,
		pauses: snapshot.context,
		clock: clocks[`handoff:${handoff.id}`],
	});
}

function byId(one: { id: string }, other: { id: string }): number {
	return one.id < other.id ? -1 : 1;
}

/** The journal tells it again, through its door. */
function expectToldAgain(
	compiled: CompiledProtocol,
	events: readonly SituationEvent[],
	situation: Situation,
): void {
	const stored = events.map((event) => situationEvent.parse(JSON.parse(JSON.stringify(event))));
	const again = replay(compiled, stored);
	const step = stored.reduce<Situation | undefined>(
		(told, event) => (told ? evolve(told, event) : replay(compiled, [event])),
		undefined,
	);
	expect(digest(again)).toBe(digest(situation));
	expect(step && digest(step)).toBe(digest(situation));
}

function digest(situation: Situation): string {
	const { compiled: _, snapshot, handoffs, movedAway, beforeLatestAnswer, ...told } = situation;
	const lives = (of: typeof handoffs) =>
		Object.values(of).map(({ snapshot: life, ...handoff }) => ({
			...handoff,
			life: life.value,
			pauses: life.context,
		}));
	return JSON.stringify({
		...told,
		value: snapshot.value,
		context: snapshot.context,
		handoffs: lives(handoffs),
		movedAway: lives(movedAway),
		slip: beforeLatestAnswer?.position,
	});
}

/** People and clocks go on in what remains, and every promise holds there too. */
function walkFurther(
	from: Situation,
	chance: Chance,
	now: number,
	world: ReturnType<typeof worldByChance>,
): void {
	for (const { decision } of walkOn(from, chance, 40, now, world)) {
		if (!decision.accepted) continue;
		count.walkedOn += 1;
		expect(brokenPromises(decision.situation)).toEqual([]);
	}
}
