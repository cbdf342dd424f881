import type { SnapshotFrom } from "xstate";
import type { CompiledProtocol, ProtocolMachine } from "#protocols/compiler/compile.ts";
import type { DelayUnit, Duration } from "#protocols/language/delay.ts";
import type { PartId, PlacedStep } from "#protocols/language/places.ts";
import type { Role } from "#protocols/language/protocol.ts";
import type { Facts } from "#protocols/language/vocabulary/answers.ts";
import type { InactivityStage } from "./events.ts";
import type { Handoff } from "./handoff/handoff.ts";
import type { Rung } from "./ladder.ts";

/** An instant, in milliseconds since 1970 (UTC). */
export type EpochMs = number;

/** A clock belongs to an open step or to a handoff. */
export type ClockId = `step:${string}` | `handoff:${string}`;

/**
 * What a clock says when it strikes: 75 %, 100 %, 150 % and 200 % of the delay; and that nobody has
 * found the line of a handoff, where that is due before its delay.
 */
export const stages = ["soon", "unmatched", "overdue", "coordinator", "escalate"] as const;
export type Stage = (typeof stages)[number];

/** A running or paused clock; it flags and escalates, it never closes, hides or locks. */
export type Clock = {
	unit: DelayUnit;
	startedAt: EpochMs;
	dueAt: EpochMs;
	/** What is still to come, in order of time. */
	strikes: { stage: Stage; at: EpochMs }[];
	/** When twice the delay has run, or had: how long somebody waits is measured by it. */
	twiceAt?: EpochMs;
	/** The highest rung of the ladder that was told, and when; undefined before the first. */
	reached?: { stage: Rung; at: EpochMs };
	/** Set while an interruption pauses the ordinary clocks. */
	pausedAt?: EpochMs;
};

/** A closed answer as it was recorded, so that a wrong one can be corrected. */
export type Entry = {
	position: number;
	step: string;
	by: string;
	answers: Facts;
	/** The position of the entry that this one corrects. */
	corrects?: number;
};

/** How a situation ended. */
export type Closure = {
	at: EpochMs;
	/** A structure, or `system`. */
	by: string;
	reason: string;
	/** It ended where it stood, and not by the closing step of its protocol. */
	beside: boolean;
};

/** A situation as its history tells it. Nothing in it identifies a minor. */
export type Situation = {
	compiled: CompiledProtocol;
	/** The versions that it followed before a person moved it, the latest first. */
	earlier: readonly CompiledProtocol[];
	/** The version that it was moved to, by its hash; undefined while it follows the one it opened under. */
	movedTo: string | undefined;
	/** How many events the history holds. */
	position: number;
	/** Position of the latest event that a person caused; a page older than that is outdated. */
	latestAct: number;
	status: "open" | "closed";
	openedAt: EpochMs;
	openedBy: string;
	snapshot: SnapshotFrom<ProtocolMachine>;
	/** Which structure plays a role. */
	bindings: Readonly<Record<string, string>>;
	/** The structure that follows the whole (fil rouge). */
	lead: string | undefined;
	/** Who holds each part, and since when; parts that are not open now may be remembered. */
	holders: Readonly<Partial<Record<PartId, { structure: string; since: EpochMs }>>>;
	clocks: Readonly<Record<ClockId, Clock>>;
	/** When each open step was entered. */
	entered: Readonly<Record<string, EpochMs>>;
	handoffs: Readonly<Record<string, Handoff>>;
	entries: readonly Entry[];
	/** The structures of duplicates that joined it: they take part, whatever else they do here. */
	joined: readonly string[];
	/** The handoffs that left with it when it was closed as a duplicate, as they were then. */
	movedAway: Readonly<Record<string, Handoff>>;
	/** When it was last found to be the same as another; `into` the one that remains, for the other. */
	merged: { at: EpochMs; into?: number } | undefined;
	/** When its latest event took place: none takes place before it. */
	latestAt: EpochMs;
	/** When a person last acted. */
	activeAt: EpochMs;
	/** What was last noted since then; undefined while somebody acts. */
	inactivity: { stage: InactivityStage; at: EpochMs } | undefined;
	/** Undefined while it is open. */
	closure: Closure | undefined;
	/** The state before the latest event, when that event answered a step: a slip can be taken back. */
	beforeLatestAnswer: { position: number; situation: Situation } | undefined;
};

/** What the calendar of a territory says about instants; comes in with the command. */
export type Calendar = {
	/** When a delay that starts at `from` ends, for the team of a structure. */
	dueAt(from: EpochMs, delay: Duration, structure?: string): EpochMs;
	/** The instant at a share of a delay, for example 0.75 or 2. */
	shareOf(from: EpochMs, dueAt: EpochMs, share: number, unit: DelayUnit): EpochMs;
	/** Where an instant moves when its clock stood still from `pausedAt` to `now`. */
	resumeAt(now: EpochMs, pausedAt: EpochMs, instant: EpochMs, unit: DelayUnit): EpochMs;
};

/** What the directory of a territory says; comes in with the command. */
export type Directory = {
	/** The active structures that hold a role in the territory. */
	structuresHolding(role: string): string[];
	isActiveMember(structure: string, member: string): boolean;
};

/** Clock, ids, calendar and directory: everything that `decide` may not find by itself. */
export type Circumstances = {
	now: EpochMs;
	newId(): string;
	calendar: Calendar;
	directory: Directory;
};

/**
 * The circumstances of an act on a situation: nothing takes place before what was recorded last,
 * also where the clock of the server was set back since.
 */
export function notBefore({ latestAt }: Situation, circumstances: Circumstances): Circumstances {
	return circumstances.now < latestAt ? { ...circumstances, now: latestAt } : circumstances;
}

/** Names that stand in an event's `by` where no structure acted. */
export const nobody: readonly string[] = ["clock", "system"];

/** The latest closed answers. */
export function factsOf(situation: Situation): Facts {
	return situation.snapshot.context.facts;
}

/** The steps that wait for an answer, in the order in which they were entered. */
export function openSteps(situation: Situation): string[] {
	return situation.status === "closed" ? [] : situation.snapshot.context.open;
}

/** The parts that somebody must hold now: those with an open step. */
export function openParts(situation: Situation): PartId[] {
	const parts = openSteps(situation).map((id) => partOf(situation, id));
	return [...new Set(parts)];
}

/**
 * The part that a step belongs to.
 *
 * @throws RangeError when the protocol has no such step (a caller's bug)
 */
export function partOf(situation: Situation, stepId: string): PartId {
	return placed(situation, stepId).container.part;
}

/**
 * A step with its place; one that its present version no longer has, as the latest one before had it.
 *
 * @throws RangeError when no version of it ever had such a step (a caller's bug)
 */
export function placed(situation: Situation, stepId: string): PlacedStep {
	const found = placedEver(situation, stepId);
	if (!found) throw new RangeError(`The protocol has no step ${stepId}.`);
	return found;
}

/** The same; undefined where no version of it has such a step. */
export function placedEver(
	{ compiled, earlier }: Pick<Situation, "compiled" | "earlier">,
	stepId: string,
): PlacedStep | undefined {
	for (const { places } of [compiled, ...earlier]) {
		const found = places.steps.get(stepId);
		if (found) return found;
	}
}

/** A role, as the present version names it, or the latest one before that did. */
export function roleEver({ compiled, earlier }: Situation, roleId: string): Role | undefined {
	const roles = [compiled, ...earlier].flatMap(({ protocol }) => protocol.roles);
	return roles.find(({ id }) => id === roleId);
}

/** The interruptions that run now. */
export function runningInterruptions(situation: Situation): string[] {
	const parts = openSteps(situation).map((id) => placed(situation, id).container.interruption?.id);
	return [...new Set(parts.filter((id) => id !== undefined))];
}

/** Whether an open step's team delay has run out. */
export function isOverdue(situation: Situation, stepId: string): boolean {
	return situation.snapshot.context.overdue.includes(stepId);
}
