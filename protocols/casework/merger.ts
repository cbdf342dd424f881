import type { SituationEvent } from "./events.ts";
import { type Handoff, isLive, stateOf } from "./handoff/handoff.ts";
import { lifeIn } from "./handoff/told-life.ts";
import { takesPart } from "./participation.ts";
import type { Refusal } from "./refusal.ts";
import {
	type Circumstances,
	type EpochMs,
	notBefore,
	placedEver,
	runningInterruptions,
	type Situation,
} from "./situation.ts";
import { discardDrafts } from "./step-answer.ts";
import { type Acting, addEvent, type Decision, finish, type Story } from "./story.ts";

/** One of two situations that were found, by voice, to be of the same young person. */
export type Side = {
	situation: Situation;
	events: readonly SituationEvent[];
	/** What the store calls it. */
	reference: number;
	/** Who says so on this side: of a structure that takes part. */
	acting: Acting;
};

/** What becomes of both, or why of neither. */
export type Merger =
	| { accepted: true; remaining: Half; closed: Half }
	| { accepted: false; refusal: Refusal };

/** What happens to one of the two. */
type Half = Accepted & { reference: number };
type Accepted = Extract<Decision, { accepted: true }>;

/** Those who may say that two situations are the same one: they alone know both young persons. */
export const matchingRoles = ["crip", "ase"] as const;

/**
 * Which of two situations remains: the older one. Whoever asks chooses nothing; the history begins
 * where it began, and the code that has been in registers for longest stays.
 */
export function olderFirst(one: Side, other: Side): [remaining: Side, closed: Side] {
	const ageOf = ({ situation, reference }: Side) => ({ openedAt: situation.openedAt, reference });
	return isOlder(ageOf(one), ageOf(other)) ? [one, other] : [other, one];
}

type Age = { openedAt: EpochMs; reference: number };

/** Whether one opened before the other; at the same instant, whether the store knew it first. */
export function isOlder(one: Age, other: Age): boolean {
	if (one.openedAt !== other.openedAt) return one.openedAt < other.openedAt;
	return one.reference < other.reference;
}

/**
 * Decides whether two situations become one, both sides having said that they are the same.
 *
 * Nothing that runs stops or begins again: open handoffs move with their sender, recipient, state
 * and clock; an interruption that ran in the one runs in the other. No answer is copied.
 */
export function decideMerger(one: Side, other: Side, world: Circumstances): Merger {
	const circumstances = notBefore(one.situation, notBefore(other.situation, world));
	const [remaining, closed] = olderFirst(one, other);
	const refusal =
		whoRefusal([one, other], circumstances) ?? whatRefusal(remaining.situation, closed);
	if (refusal) return { accepted: false, refusal };

	const left = openHandoffs(closed.situation);
	return {
		accepted: true,
		remaining: {
			reference: remaining.reference,
			...joinedStory(remaining, closed, left, circumstances),
		},
		closed: {
			reference: closed.reference,
			...closedStory(closed, remaining.reference, left, circumstances),
		},
	};
}

function whoRefusal(sides: [Side, Side], { directory }: Circumstances): Refusal | undefined {
	const [one, other] = sides;
	if (one.acting.actor === other.acting.actor) return { code: "needs-two-people" };
	const strangers = sides.filter(
		({ situation, acting }) => !takesPart(situation, acting.structure),
	);
	if (strangers.length > 0) return { code: "not-part-of-it" };
	const knows = ({ acting }: Side) =>
		acting.coordinator ||
		matchingRoles.some((role) => directory.structuresHolding(role).includes(acting.structure));
	return sides.some(knows) ? undefined : { code: "needs-matching-role" };
}

function whatRefusal(
	remaining: Situation,
	{ situation: closed, events }: Side,
): Refusal | undefined {
	const both = [remaining, closed];
	if (both.some(({ status }) => status === "closed")) return { code: "situation-closed" };
	// The life of a handoff is told over there by the names of the version that it began under.
	const lives = openHandoffs(closed).flatMap(({ id }) => lifeIn(events, id));
	const steps = lives.flatMap((event) => (event.type === "handoff-prepared" ? [event.step] : []));
	const known = remaining.compiled.protocol.interruptions.map(({ id }) => id);
	const unknown =
		steps.some((step) => !placedEver(remaining, step)) ||
		runningInterruptions(closed).some((id) => !known.includes(id));
	return unknown ? { code: "other-protocol" } : undefined;
}

/** What still runs; drafts were seen by nobody, and ends are read where they came back. */
function openHandoffs({ handoffs }: Situation): Handoff[] {
	return Object.values(handoffs).filter(
		(handoff) => isLive(handoff) && stateOf(handoff) !== "draft",
	);
}

function joinedStory(
	{ situation, acting }: Side,
	closed: Side,
	left: Handoff[],
	circumstances: Circumstances,
): Accepted {
	const who = { at: circumstances.now, by: acting.structure, actor: acting.actor };
	const handoffs = left.map(({ id }) => ({ handoff: id, life: lifeIn(closed.events, id) }));
	const joined = addEvent(
		{ situation, events: [] },
		{ type: "situation-joined", ...who, structures: structuresIn(closed.situation), handoffs },
		circumstances,
	);
	const running = runningInterruptions(situation);
	const missing = runningInterruptions(closed.situation).filter((id) => !running.includes(id));
	const raised = missing.reduce(
		(story, interruption) =>
			addEvent(story, { type: "interruption-raised", ...who, interruption }, circumstances),
		joined,
	);
	return accepted(finish(raised, circumstances));
}

/** Every structure that takes part, by whatever it does there. */
function structuresIn(situation: Situation): string[] {
	const { bindings, holders, handoffs, movedAway, joined, lead } = situation;
	const named = [
		...Object.values(bindings),
		...Object.values(holders).flatMap((holder) => holder?.structure ?? []),
		...[...Object.values(handoffs), ...Object.values(movedAway)].flatMap(({ from, to }) => [
			from,
			...(to ? [to] : []),
		]),
		...joined,
		...(lead ? [lead] : []),
	];
	return [...new Set(named)].filter((structure) => takesPart(situation, structure));
}

function closedStory(
	{ situation, acting }: Side,
	into: number,
	left: Handoff[],
	circumstances: Circumstances,
): Accepted {
	const who = { at: circumstances.now, by: acting.structure, actor: acting.actor };
	const begun: Story = { situation, events: [] };
	const handoffs = left.map(({ id }) => id);
	const merged = addEvent(
		discardDrafts(begun, circumstances),
		{ type: "situation-merged", ...who, into, handoffs },
		circumstances,
	);
	const reason = "DUPLICATE" as const;
	const ended = addEvent(merged, { type: "situation-closed", ...who, reason }, circumstances);
	return { accepted: true, ...ended };
}

function accepted(decision: Decision): Accepted {
	if (decision.accepted) return decision;
	throw new RangeError(`A story that was told is refused: ${decision.refusal.code}.`);
}
