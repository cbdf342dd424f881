import { beginningOf } from "#protocols/compiler/swift-machine.ts";
import type { DelayUnit } from "#protocols/language/delay.ts";
import type { HandoffTerms } from "#protocols/language/step.ts";
import type { Facts } from "#protocols/language/vocabulary/answers.ts";
import type { ClocksRecalculated, HandoffMoved, HandoffPrepared } from "../events.ts";
import type { Clock, EpochMs, Stage } from "../situation.ts";
import { hasEnded, type LifeState } from "./life.ts";
import { type HandoffSnapshot, handoffMachine, lifeOf, moveHandoff } from "./machine.ts";

/** A handoff as its history tells it: codes, instants and structures, nothing else. */
export type Handoff = {
	id: string;
	/** The step that opened it; it may outlive that step. */
	step: string;
	terms: HandoffTerms;
	from: string;
	/** Undefined for an external recipient: the sender declares what it answers. */
	to: string | undefined;
	snapshot: HandoffSnapshot;
	/** Answers to the questions of the step, given when it was prepared. */
	answers: Facts;
	/** Position of the latest event of this handoff that a person caused. */
	latestAct: number;
	preparedAt: EpochMs;
	sentAt?: EpochMs;
	acknowledgedAt?: EpochMs;
	acceptedAt?: EpochMs;
	endedAt?: EpochMs;
	/** Why the recipient has not found the line that it was told of: what it said, or its silence. */
	unmatched?: { why: NonNullable<HandoffMoved["codes"]["mismatch"]> | "SILENCE"; at: EpochMs };
	/** When its sender last recalled its number. */
	recalledAt?: EpochMs;
	/** The handoff that this one replaces after a rerouting. */
	follows: string | undefined;
	/**
	 * It came along with a duplicate: its sender, recipient, holder and delay are as they were, and it
	 * answers no step here. How the situation goes on is said by those who work there.
	 */
	beside?: true;
	/** Codes of the latest act that carried some, by name. */
	codes: HandoffMoved["codes"];
	/** The named professional of the recipient structure (an account, never a minor). */
	referent?: string;
	infoAsked: boolean;
	contested: boolean;
	/** Telephone answers so far; at most two start a fresh clock. */
	phoned: number;
	suspensions: number;
	/** Grows each time a clock starts, so that a clock knows whom it belongs to. */
	clockTurn: number;
	/** The decision clock while a precision is asked: it stands still, once. */
	heldDecision?: HeldDecision;
	/** The clock that ran out when nobody had answered: whoever waits has waited since it began. */
	silence?: { at: EpochMs; dueAt: EpochMs; twiceAt: EpochMs };
};

type HeldDecision = {
	since: EpochMs;
	dueAt: EpochMs;
	unit: DelayUnit;
	strikes: Clock["strikes"];
	reached?: Clock["reached"];
};

/** A handoff at its beginning, as a draft of the sender. */
export function beginHandoff(event: HandoffPrepared, position: number): Handoff {
	const [snapshot] = beginningOf(handoffMachine);
	return {
		id: event.handoff,
		step: event.step,
		terms: event.terms,
		from: event.by,
		to: event.to,
		snapshot,
		answers: event.answers,
		latestAct: position,
		preparedAt: event.at,
		follows: event.follows,
		codes: { information: event.information },
		infoAsked: false,
		contested: false,
		phoned: 0,
		suspensions: 0,
		clockTurn: 1,
	};
}

/** Where the life of a handoff stands. */
export function stateOf(handoff: Handoff): LifeState {
	return lifeOf(handoff.snapshot);
}

/** Whether it still runs: neither ended nor a draft that nobody has seen. */
export function isLive(handoff: Handoff): boolean {
	return !hasEnded(stateOf(handoff));
}

/** Whether the recipient holds what was handed off. */
export function isHeldByRecipient(handoff: Handoff): boolean {
	const state = stateOf(handoff);
	return (
		handoff.to !== undefined &&
		(state === "accepted" ||
			state.startsWith("inProgress") ||
			state === "suspended" ||
			state === "cancellationRequested")
	);
}

/** Whether the recipient has once received it: number, words and identity were those of this line. */
export function isPaired({ acknowledgedAt }: Handoff): boolean {
	return acknowledgedAt !== undefined;
}

const restartsClock = new Set(["REVIEW", "REVIEW_SUSPENSION"]);

/** The handoff after one act. */
export function moveOn(handoff: Handoff, event: HandoffMoved, position: number): Handoff {
	const before = stateOf(handoff);
	const snapshot = moveHandoff(handoff.snapshot, event.act);
	const after = lifeOf(snapshot);
	const phoned = event.act === "REACHED_BY_PHONE" ? handoff.phoned + 1 : handoff.phoned;
	const freshClock =
		before !== after ||
		restartsClock.has(event.act) ||
		(event.act === "REACHED_BY_PHONE" && phoned <= 2);

	return {
		...matchingAfter(handoff, event),
		...instantsOf(handoff, event, after),
		latestAct: event.by === "clock" ? handoff.latestAct : position,
		snapshot: freshClock ? moveHandoff(snapshot, "CLOCK_STARTED") : snapshot,
		codes: { ...handoff.codes, ...event.codes },
		infoAsked: handoff.infoAsked || event.act === "ASK_INFO",
		contested: handoff.contested || event.act === "CONTEST",
		phoned,
		suspensions: handoff.suspensions + (event.act.includes("SUSPEN") ? 1 : 0),
		clockTurn: handoff.clockTurn + (freshClock ? 1 : 0),
		...(event.referent ? { referent: event.referent } : {}),
	};
}

/** The handoff after one act, with what the clock that ran until then leaves behind. */
export function moveWithClock(
	{ handoff, clock }: { handoff: Handoff; clock: Clock | undefined },
	event: HandoffMoved,
	position: number,
): Handoff {
	const moved = holdDecision(moveOn(handoff, event, position), event, clock);
	if (event.act !== "NO_ANSWER" || !clock) return moved;
	const { dueAt, twiceAt = event.at } = clock;
	return { ...moved, silence: { at: event.at, dueAt, twiceAt } };
}

/** Asking for a precision stops the decision clock; it goes on from there when the answer comes. */
function holdDecision(handoff: Handoff, event: HandoffMoved, clock: Clock | undefined): Handoff {
	if (stateOf(handoff) !== "received.infoRequested") {
		const { heldDecision: _, ...decided } = handoff;
		return decided;
	}
	if (event.act !== "ASK_INFO" || !clock) return handoff;
	const { dueAt, unit, strikes, reached } = clock;
	const held = { since: event.at, dueAt, unit, strikes };
	return { ...handoff, heldDecision: reached ? { ...held, reached } : held };
}

/** The decision clock that stands still, where another calendar puts it. */
export function withHeldDecision(handoff: Handoff, held: ClocksRecalculated["held"]): Handoff {
	const moved = held.find((one) => one.handoff === handoff.id);
	if (!moved || !handoff.heldDecision) return handoff;
	const { dueAt, strikes } = moved;
	return { ...handoff, heldDecision: { ...handoff.heldDecision, dueAt, strikes } };
}

const accepts = new Set(["ACCEPT", "DECLARE_ACCEPTED"]);
// An acceptance records reception too, where nobody acknowledged before.
const acknowledges = new Set(["ACKNOWLEDGE", "DECLARE_RECEIVED", ...accepts]);

/** Once it is received, or was answered unheard, nobody looks for the line any more. */
function matchingAfter(
	{ unmatched, ...handoff }: Handoff,
	{ act, at, codes }: HandoffMoved,
): Handoff {
	if (act === "NOT_MATCHED") {
		return { ...handoff, unmatched: { why: codes.mismatch ?? "SILENCE", at } };
	}
	const settled = acknowledges.has(act) || act === "DECLINE" || unmatched === undefined;
	return settled ? handoff : { ...handoff, unmatched };
}

/** The handoff after its clock has struck: whoever has not found the line by then is waited for by voice. */
export function struckBy(handoff: Handoff, { stage, at }: { stage: Stage; at: EpochMs }): Handoff {
	const snapshot = moveHandoff(handoff.snapshot, stage.toUpperCase());
	const passed = stage === "unmatched" || stage === "overdue";
	return passed && waitsForMatching(handoff)
		? { ...handoff, snapshot, unmatched: handoff.unmatched ?? { why: "SILENCE", at } }
		: { ...handoff, snapshot };
}

/** Whether its sender has to say again, by voice, which line is meant. */
export function isUnmatched(handoff: Handoff): boolean {
	return handoff.unmatched !== undefined && !hasEnded(stateOf(handoff));
}

/** Whether a recipient in the application still has to find the line. */
export function waitsForMatching(handoff: Handoff): boolean {
	return handoff.to !== undefined && !isPaired(handoff) && stateOf(handoff) === "sent";
}

/** Each instant belongs to the act that it is named after; what follows does not move it. */
function instantsOf(
	{ acknowledgedAt, endedAt }: Handoff,
	{ act, at }: HandoffMoved,
	after: LifeState,
): Partial<Handoff> {
	return {
		...(act === "SEND" ? { sentAt: at } : {}),
		...(acknowledges.has(act) ? { acknowledgedAt: acknowledgedAt ?? at } : {}),
		...(accepts.has(act) ? { acceptedAt: at } : {}),
		...(act === "RECALL_NUMBER" ? { recalledAt: at } : {}),
		...(hasEnded(after) ? { endedAt: endedAt ?? at } : {}),
	};
}
