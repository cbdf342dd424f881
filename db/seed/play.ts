import { awaitsReading } from "#protocols/casework/handoff/delays.ts";
import { holdsPart } from "#protocols/casework/participation.ts";
import { type Cast, professionalAt } from "#protocols/casework/scenario-commands.ts";
import { perform, type Stage } from "#protocols/casework/scenario-player.ts";
import { territoryCalendar } from "#protocols/casework/territory-calendar.ts";
import { workingCalendarOf } from "../circumstances.ts";
import type { Db } from "../client.ts";
import { compiledVersion } from "../protocol-versions.ts";
import type { Random } from "../pseudonyms/code.ts";
import { nextStrikeAt, sweepTimers } from "../timers.ts";
import { madeUpStructures } from "./directory.ts";
import { thenLeftAlone } from "./left-alone.ts";
import { madeUpPeople, memberIdOf } from "./people.ts";
import { type StoreStage, stageInStore } from "./store-stage.ts";
import { earlierOf, type Story, scenarioOf, stories } from "./stories.ts";
import { instantBefore, timetableFor } from "./timetable.ts";

type Setting = {
	territoryId: string;
	/** The version of each model, and the earlier one where there was one. */
	versions: Map<string, string>;
	random: Random;
	now: number;
};

/** A story under way: when its next act takes place. */
type Player = { next: IteratorResult<number>; acts: Generator<number>; stage: StoreStage };

const quarterMs = 900_000;
const readWithinMs = 4 * 3_600_000;

/**
 * Plays every story of the seed side by side, in the order of time, clocks included.
 *
 * @returns how many situations there are now
 */
export function playStories(db: Db, setting: Setting): number {
	const ends = setting.now - (setting.now % quarterMs);
	const players = stories.map((story, turn) =>
		playerOf(db, { ...setting, now: ends }, story, turn),
	);
	for (;;) {
		const waiting = players.filter(({ next }) => !next.done);
		const [first] = waiting.sort((left, right) => left.next.value - right.next.value);
		if (!first) break;
		const at = first.next.value;
		letTimePass(db, at, setting.random);
		readWhatWentOn(first.stage, at);
		first.next = first.acts.next();
		if (first.next.done) nameLead(first.stage, at);
	}
	letTimePass(db, setting.now, setting.random);
	return players.length;
}

function playerOf(
	db: Db,
	{ territoryId, versions, random, now }: Setting,
	story: Story,
	turn: number,
): Player {
	const [model] = story.from;
	const versionHash = versions.get(story.underEarlier ? earlierOf(model) : model) ?? "";
	const compiled = compiledVersion(db, territoryId, versionHash);
	const calendar = territoryCalendar(workingCalendarOf(db, territoryId), () => undefined);
	const scenario = scenarioOf(story);
	const endsAt = instantBefore(calendar, now, story.ago);
	const { startsAt, instants } = timetableFor(calendar, compiled, {
		acts: scenario.acts,
		endsAt,
		turn,
	});
	const { facts = { age_band: "A15_17", source_type: "OUTREACH" }, leavesChoice = false } = story;
	const play = {
		...scenario,
		facts,
		startsAt,
		leavesChoice,
		instantOf: (_: unknown, index: number) => instants[index] ?? endsAt,
	};
	const stage = stageInStore(db, { territoryId, versionHash }, castOf(story), random);
	const performed = perform(compiled, play, stage);
	const acts = story.leftAlone ? thenLeftAlone(performed, stage, now) : performed;
	return { acts, stage, next: acts.next() };
}

/** Each clock strikes at its own instant, as it would have. */
function letTimePass(db: Db, until: number, random: Random): void {
	for (;;) {
		const at = nextStrikeAt(db);
		if (at === undefined || at > until) return;
		const { refused, faults } = sweepTimers(db, { now: at, random });
		if (refused.length + faults.length > 0) throw new Error("A clock of the seed cannot strike.");
	}
}

/** A sender whose handoff went on reads so within a few hours, as part of another act. */
function readWhatWentOn(stage: StoreStage, now: number): void {
	if (stage.situationPk() === undefined) return;
	const unread = Object.values(stage.situation().handoffs).filter(
		(handoff) =>
			handoff.terms.goesOn === "acceptance" &&
			awaitsReading(handoff) &&
			now - (handoff.endedAt ?? now) > readWithinMs,
	);
	for (const { id: handoff, from } of unread) {
		const acting = professionalAt(stage.cast, from);
		const seen = stage.situation().position;
		stage.ask(
			{ type: "act-on-handoff", acting, seen, handoff, act: "READ_OUTCOME", codes: {} },
			now,
		);
	}
}

/** Once the support has begun, whoever leads the way follows the whole (fil rouge). */
function nameLead({ cast, situation, ask }: Stage, now: number): void {
	const told = situation();
	const structure = told.bindings["ref-parcours"];
	if (told.status === "closed" || !structure || !holdsPart(told, structure)) return;
	const acting = professionalAt(cast, structure);
	ask({ type: "name-lead", acting, seen: told.position, structure }, now);
}

function castOf({ cast }: Story): Cast {
	return {
		structuresFor: (role) => [
			...[cast[role] ?? []].flat(),
			...madeUpStructures.filter(({ roles }) => roles.includes(role)).map(({ id }) => id),
		],
		professionalOf: (structure) => memberAt(structure, ({ reception }) => !reception),
		receptionOf: (structure) => memberAt(structure, ({ reception }) => reception === true),
	};
}

/** The member of a structure who fits best, and never somebody who may not see a situation. */
function memberAt(
	structure: string,
	fits: (person: (typeof madeUpPeople)[number]) => boolean,
): string {
	const there = madeUpPeople.filter(
		({ structures, duty }) => structures.includes(structure) && duty === undefined,
	);
	const person = there.find(fits) ?? there[0];
	if (!person) throw new RangeError(`Nobody works at ${structure}.`);
	return memberIdOf(person, structure);
}
