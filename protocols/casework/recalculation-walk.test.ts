import fc from "fast-check";
import { expect, test } from "vitest";
import { ordinaryCalendar } from "#protocols/calendar/example-calendars.ts";
import type { StructureClosing } from "#protocols/calendar/working-calendar.ts";
import { catalogue } from "#protocols/catalogue/catalogue.ts";
import { type CompiledProtocol, compileProtocol } from "#protocols/compiler/compile.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import { noOther } from "./advance.ts";
import { type SituationEvent, situationEvent } from "./events.ts";
import { runningDelay } from "./handoff/delays.ts";
import { brokenPromises } from "./invariants.ts";
import { ladder, rungsAbove } from "./ladder.ts";
import type { Chance } from "./random-choice.ts";
import { chanceFrom, randomWalk, walkOn, worldByChance } from "./random-walk.ts";
import { decideRecalculation } from "./recalculation.ts";
import { evolve, replay } from "./replay.ts";
import {
	type Calendar,
	type Clock,
	type ClockId,
	type EpochMs,
	openSteps,
	placed,
	type Situation,
} from "./situation.ts";
import type { Story } from "./story.ts";
import { territoryCalendar } from "./territory-calendar.ts";

// One seed, so that a failure is the same on every machine; fast-check prints it with the walk.
fc.configureGlobal({ seed: 20_261_122, numRuns: 8 });

const monday = 1_788_768_000_000;
const minuteMs = 60_000;
const hourMs = 3_600_000;
const seeds = fc.nat(1_000_000_000);
const seen = { moved: 0, checked: 0, setBack: 0 };

test.each(catalogue.map(({ id, document }) => [id, document] as const))(
	"%s: after any changes of the calendar, every clock is what a fresh computation gives",
	(_, document) => {
		const compiled = compiledOf(document);
		fc.assert(
			fc.property(seeds, (seed) => {
				const told = history(compiled, chanceFrom(seed));
				for (let change = 0; change < 6; change += 1) {
					told.goOn(12);
					const before = told.situation.clocks;
					const former = told.calendar;

					const story = told.change();

					expect(brokenPromises(told.situation)).toEqual([]);
					expect(wrongClocks(told)).toEqual([]);
					expect(told.recalculate()).toBeUndefined();
					if (!story || change % 2 === 0) continue;
					told.calendar = former;
					told.recalculate();
					expect(told.situation.clocks).toEqual(before);
				}
				expect(replay(compiled, told.events).clocks).toEqual(told.situation.clocks);
			}),
		);
	},
	minuteMs,
);

test("the order of events is never reversed, whatever the clock of the server does", () => {
	const compiled = compiledOf(catalogue[0]?.document);
	fc.assert(
		fc.property(seeds, (seed) => {
			const told = history(compiled, chanceFrom(seed));
			for (const leap of [-2, 72, -72, -2]) {
				told.goOn(10);
				told.leap(leap * hourMs);
			}
			told.goOn(10);
			told.change();

			const instants = told.events.map(({ at }) => at);
			expect(instants).toEqual(instants.toSorted((one, other) => one - other));
			expect(told.situation.latestAt).toBe(instants.at(-1));
		}),
	);
});

test("the walks moved many clocks, and checked them by a second way of counting", () => {
	expect(seen.moved).toBeGreaterThan(130);
	expect(seen.checked).toBeGreaterThan(500);
	expect(seen.setBack).toBeGreaterThan(12);
});

/** A situation that people, clocks and calendars act on by chance. */
function history(compiled: CompiledProtocol, chance: Chance) {
	const base = worldByChance(compiled, chance);
	const events: SituationEvent[] = [];
	let now = monday;
	let situation: Situation | undefined;
	const told = {
		events,
		calendar: randomCalendar(chance, base.people.structures),
		get situation(): Situation {
			if (!situation) throw new Error("No opening was accepted.");
			return situation;
		},
		goOn(steps: number): void {
			for (const step of walkOn(told.situation, chance, steps, now, world)) {
				if (step.circumstances.now < (step.before?.latestAt ?? 0)) seen.setBack += 1;
				now = step.circumstances.now;
				if (step.decision.accepted) take(step.decision.events);
			}
		},
		leap(by: number): void {
			now += by;
		},
		change(): Story | undefined {
			told.calendar = randomCalendar(chance, base.people.structures);
			return told.recalculate();
		},
		recalculate(): Story | undefined {
			const past = { compiled, events, versions: noOther };
			const story = decideRecalculation(told.situation, past, world.at(now));
			if (!story) return undefined;
			take(story.events);
			seen.moved += 1;
			expect(situation?.clocks).toEqual(story.situation.clocks);
			return story;
		},
	};
	const world = {
		people: base.people,
		at: (at: EpochMs) => ({ ...base.at(at), calendar: told.calendar }),
	};
	function take(more: readonly SituationEvent[]): void {
		for (const event of more) {
			const stored = situationEvent.parse(JSON.parse(JSON.stringify(event)));
			events.push(stored);
			situation = situation ? evolve(situation, stored) : replay(compiled, [stored]);
		}
	}
	for (const step of randomWalk(compiled, chance, 0, now, world)) {
		if (step.decision.accepted && !situation) take(step.decision.events);
	}
	return told;
}

const regions = ["metropole", "alsace-moselle", "la-reunion", "saint-pierre-et-miquelon"] as const;

function randomCalendar(chance: Chance, structures: readonly string[]): Calendar {
	const startMinute = 420 + 60 * chance(4);
	const calendar = ordinaryCalendar(regions[chance(regions.length)] ?? "metropole", {
		office: { startMinute, endMinute: startMinute + 60 * (3 + chance(6)) },
		workDays: [
			[1, 2, 3, 4, 5],
			[1, 2, 4, 5],
			[2, 3, 4, 5, 6],
		][chance(3)] ?? [1],
		closedDates: chance(2) === 0 ? [] : ["2026-09-09", "2026-09-10", "2026-09-11"],
		openDates: chance(3) === 0 ? ["2026-09-12"] : [],
	});
	const closed = new Map<string, StructureClosing>(
		structures
			.filter(() => chance(3) === 0)
			.map((id) => [id, { weekdays: [3], dates: ["2026-09-14", "2026-09-15"] }]),
	);
	return territoryCalendar(calendar, (structure) => closed.get(structure));
}

type Told = { events: readonly SituationEvent[]; situation: Situation; calendar: Calendar };

/** Clocks that never stood still, counted from where they began by a second way: the calendar alone. */
function wrongClocks({ events, situation, calendar }: Told): string[] {
	const clocks = Object.entries(situation.clocks) as [ClockId, Clock][];
	return clocks.flatMap(([id, clock]) => {
		const dueAt = plainDue({ events, situation, calendar }, id);
		if (dueAt === undefined) return [];
		seen.checked += 1;
		const above = rungsAbove(clock.reached?.stage);
		const expected = ladder
			.filter(({ rung }) => above.includes(rung))
			.map(({ rung, share }) => {
				const at = calendar.shareOf(clock.startedAt, dueAt, share, clock.unit);
				return `${rung} ${at}`;
			});
		const found = clock.strikes
			.filter(({ stage }) => stage !== "unmatched")
			.map(({ stage, at }) => `${stage} ${at}`);
		const late = !above.includes("overdue");
		const right = (late || clock.dueAt === dueAt) && found.join() === expected.join();
		return right ? [] : [`${id}: ${found.join()} and not ${expected.join()}`];
	});
}

/** When a clock is due by its delay alone; undefined where something else had a say in it. */
function plainDue({ events, situation, calendar }: Told, id: ClockId): EpochMs | undefined {
	const changes = events.flatMap((event, index) =>
		event.clocks
			.filter(({ clock }) => clock === id)
			.map(({ change }) => ({ event, index, change })),
	);
	const start = changes.findLastIndex(({ change }) => change === "started");
	const began = changes[start];
	const still = changes.slice(start).some(({ change }) => change === "resumed");
	const chosen = began?.event.type === "handoff-moved" && began.event;
	if (!began || still || (chosen && (chosen.until ?? chosen.act === "GIVE_INFO"))) return undefined;

	const name = id.slice(id.indexOf(":") + 1);
	const handoff = situation.handoffs[name];
	if (id.startsWith("handoff:")) {
		const delay = handoff && runningDelay(handoff);
		return delay && calendar.dueAt(began.event.at, delay, handoff.to ?? handoff.from);
	}
	if (!openSteps(situation).includes(name)) return undefined;
	const { delay, role } = placed(situation, name).step;
	const then = replay(situation.compiled, events.slice(0, began.index + 1));
	return calendar.dueAt(began.event.at, delay, then.bindings[role]);
}

function compiledOf(document: unknown): CompiledProtocol {
	const read = readProtocol(document);
	if (!read.ok) throw new Error(JSON.stringify(read.issues));
	return compileProtocol(read.protocol);
}
