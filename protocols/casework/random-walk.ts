import { ordinaryCalendar } from "#protocols/calendar/example-calendars.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import type { Command, OpenSituation } from "./commands.ts";
import { decide } from "./decide.ts";
import { decideOpening, openingRole } from "./opening.ts";
import { type Chance, type People, rarely } from "./random-choice.ts";
import { randomCommand } from "./random-command.ts";
import type { Calendar, Circumstances, EpochMs, Situation } from "./situation.ts";
import type { Decision } from "./story.ts";
import { territoryCalendar } from "./territory-calendar.ts";

/** One step of a walk: what was asked, when, of which situation, and what was decided. */
export type WalkStep = {
	command: Command | OpenSituation;
	circumstances: Circumstances;
	/** Undefined for the opening. */
	before: Situation | undefined;
	decision: Decision;
};

const hourMs = 3_600_000;

/**
 * Walks through a protocol as people and clocks might: mostly what is expected, sometimes what is
 * not allowed, by anybody, early, late or on an outdated page. Goes on from what is accepted.
 *
 * Pure: the same chance gives the same walk.
 *
 * @param steps how many commands are asked after the opening
 */
export function* randomWalk(
	compiled: CompiledProtocol,
	chance: Chance,
	steps: number,
	startsAt: EpochMs,
	world: World = worldByChance(compiled, chance),
): Generator<WalkStep> {
	let situation: Situation | undefined;
	for (const command of randomOpenings(compiled, world.people, chance)) {
		const circumstances = world.at(startsAt);
		const decision = decideOpening(compiled, command, circumstances);
		yield { command, circumstances, before: undefined, decision };
		if (decision.accepted) situation = decision.situation;
	}
	if (situation) yield* walkOn(situation, chance, steps, startsAt, world);
}

/** The territory of a walk, or of several: its people, and its circumstances at an instant. */
export type World = { people: People; at(now: EpochMs): Circumstances };

/** People and closing days by chance; ids are never given twice. */
export function worldByChance(compiled: CompiledProtocol, chance: Chance): World {
	const people = peopleOf(compiled, chance);
	const calendar = territoryCalendar(ordinaryCalendar("metropole"), closedOnMondays(chance));
	return { people, at: worlds(people, calendar) };
}

/** Walks on from a situation. */
export function* walkOn(
	from: Situation,
	chance: Chance,
	steps: number,
	startsAt: EpochMs,
	{ people, at: worldAt }: World,
): Generator<WalkStep> {
	let now = startsAt;
	let situation = from;
	for (let step = 0; step < steps; step += 1) {
		now += passing(chance);
		const asked = randomCommand(situation, people, worldAt(now), chance);
		now = asked.now;
		const world = worldAt(now);
		const decision = decide(situation, asked.command, world);
		yield { command: asked.command, circumstances: world, before: situation, decision };
		if (decision.accepted) situation = decision.situation;
		// What outlives a closure is soon told.
		if (situation.status === "closed" && chance(6) === 0) return;
	}
}

/** Chance that repeats itself: the same seed, the same numbers (Lehmer, MINSTD). */
export function chanceFrom(seed: number): Chance {
	const modulus = 2_147_483_647;
	let state = (Math.abs(Math.trunc(seed)) % (modulus - 1)) + 1;
	const next = () => {
		state = (state * 48_271) % modulus;
		return state;
	};
	for (let warm = 0; warm < 3; warm += 1) next();
	return (below) => Math.floor((next() / modulus) * below);
}

function passing(chance: Chance): number {
	if (chance(12) === 0) return chance(20) * 24 * hourMs;
	return chance(90) * 60_000;
}

function closedOnMondays(chance: Chance) {
	const closing = chance(3) === 0 ? { weekdays: [1], dates: [] } : undefined;
	return () => closing;
}

/** Each role has one to three structures of its own, sometimes none; one structure plays several. */
function peopleOf(compiled: CompiledProtocol, chance: Chance): People {
	const roles = compiled.protocol.roles.filter(({ external }) => !external).map(({ id }) => id);
	const first = openingRole(compiled);
	const holding = new Map<string, string[]>();
	for (const role of roles) {
		const count = role === first ? 1 + chance(2) : chance(20) === 0 ? 0 : 1 + chance(3);
		const own = [role, `${role}-2`, `${role}-3`].slice(0, count);
		holding.set(role, chance(6) === 0 ? ["everywhere", ...own] : own);
	}
	const structures = new Set([...holding.values()].flat());
	return { structures: [...structures, "passer-by"], holding };
}

function worlds({ holding }: People, calendar: Calendar): (now: EpochMs) => Circumstances {
	let ids = 0;
	const newId = () => {
		ids += 1;
		return `h${ids}`;
	};
	const directory = {
		structuresHolding: (role: string) => holding.get(role) ?? [],
		isActiveMember: (_: string, member: string) => !member.endsWith("-gone"),
	};
	return (now) => ({ now, newId, calendar, directory });
}

/** An opening that is sometimes refused, and where it would be, a plain one. */
function* randomOpenings(
	compiled: CompiledProtocol,
	{ holding }: People,
	chance: Chance,
): Generator<OpenSituation> {
	const [structure = "nobody"] = holding.get(openingRole(compiled)) ?? [];
	const raised = compiled.protocol.interruptions.map(({ id }) => id).filter(() => chance(8) === 0);
	const plain: OpenSituation = {
		type: "open-situation",
		acting: { structure, actor: `${structure}-member`, reception: true, coordinator: false },
		facts: { age_band: "A15_17", source_type: "OTHER" },
		raises: [],
	};
	if (rarely(chance, 10)) yield { ...plain, facts: {} };
	yield raised.some((id) => !mayOpen(compiled, id)) ? plain : { ...plain, raises: raised };
}

function mayOpen({ protocol }: CompiledProtocol, interruption: string): boolean {
	return protocol.interruptions.some(({ id, raisedBy }) => {
		return id === interruption && raisedBy === "anyone";
	});
}
