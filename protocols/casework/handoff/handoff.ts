import { initialTransition } from "xstate";
import type { Facts } from "#protocols/compiler/catalogue-of-names.ts";
import type { DelayUnit } from "#protocols/language/delay.ts";
import type { HandoffTerms } from "#protocols/language/step.ts";
import type { HandoffMoved, HandoffPrepared } from "../events.ts";
import type { Clock, EpochMs } from "../situation.ts";
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
	/** The handoff that this one replaces after a rerouting. */
	follows: string | undefined;
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
	heldDecision?: { since: EpochMs; dueAt: EpochMs; unit: DelayUnit; strikes: Clock["strikes"] };
};

/** A handoff at its beginning, as a draft of the sender. */
export function beginHandoff(event: HandoffPrepared, position: number): Handoff {
	const [snapshot] = initialTransition(handoffMachine);
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
		...handoff,
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

const accepts = new Set(["ACCEPT", "DECLARE_ACCEPTED"]);
// An acceptance records reception too, where nobody acknowledged before.
const acknowledges = new Set(["ACKNOWLEDGE", "DECLARE_RECEIVED", ...accepts]);

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
		...(hasEnded(after) ? { endedAt: endedAt ?? at } : {}),
	};
}
