import type { AcceptClosure, ConfirmFollowUp, NoteInactivity } from "./commands.ts";
import { inactivityStages } from "./events.ts";
import { runningDelay } from "./handoff/delays.ts";
import { type Handoff, isLive, stateOf } from "./handoff/handoff.ts";
import { maySteer } from "./participation.ts";
import type { Refusal, Unsettled } from "./refusal.ts";
import { type Circumstances, runningInterruptions, type Situation } from "./situation.ts";
import { closurePending, discardDrafts } from "./step-answer.ts";
import { type Acting, addEvent, type Decision, refuse } from "./story.ts";

/*
 * A situation in which nobody acts. The system reminds its holders, proposes to close, and closes
 * what nobody holds on to; what still runs it leaves to people. Any act of a person begins anew.
 */

const bySystem = { by: "system", actor: null } as const;

/** Decides on a note that nobody acts: each stage once, in their order, until a person acts. */
export function decideInactivity(
	situation: Situation,
	{ stage }: NoteInactivity,
	circumstances: Circumstances,
): Decision {
	const settled = stage === "arbitration" && unsettledIn(situation).length === 0;
	if (settled || !isNext(situation, stage)) return refuse({ code: "not-inactive" });
	const draft = { type: "inactivity-noted", ...bySystem, at: circumstances.now, stage } as const;
	const told = addEvent({ situation, events: [] }, draft, circumstances);
	return { accepted: true, ...told };
}

/** Decides whether the system closes: only after a proposal, and never over something that runs. */
export function decideInactiveClosure(
	situation: Situation,
	circumstances: Circumstances,
): Decision {
	const because = unsettledIn(situation);
	if (because.length > 0) return refuse({ code: "needs-arbitration", because });
	if (!wasProposed(situation)) return refuse({ code: "not-inactive" });
	return close(situation, { ...bySystem, reason: "NO_ACTIVITY" }, circumstances);
}

/** Decides whether somebody may say that a situation goes on. */
export function decideFollowUp(
	situation: Situation,
	{ acting, seen, finding }: ConfirmFollowUp,
	circumstances: Circumstances,
): Decision {
	const refusal = followUpRefusal(situation, { acting, seen });
	if (refusal) return refuse(refusal);

	const who = { at: circumstances.now, by: acting.structure, actor: acting.actor };
	const draft = { type: "follow-up-confirmed", ...who, finding } as const;
	const told = addEvent({ situation, events: [] }, draft, circumstances);
	return { accepted: true, ...told };
}

/** Decides whether somebody may close a situation where it stands, as was proposed. */
export function decideAcceptedClosure(
	situation: Situation,
	{ acting, seen, reason }: AcceptClosure,
	circumstances: Circumstances,
): Decision {
	const refusal = acceptedClosureRefusal(situation, { acting, seen });
	if (refusal) return refuse(refusal);
	return close(situation, { by: acting.structure, actor: acting.actor, reason }, circumstances);
}

/** Why nobody has to say that a situation goes on, or not this structure. */
export function followUpRefusal(situation: Situation, asked: Answering): Refusal | undefined {
	const refusal = answerRefusal(situation, asked);
	if (refusal) return refusal;
	return situation.inactivity ? undefined : { code: "not-inactive" };
}

/** Why a proposal to close cannot be accepted; people may end an interruption with it, not a handoff. */
export function acceptedClosureRefusal(
	situation: Situation,
	asked: Answering,
): Refusal | undefined {
	const refusal = answerRefusal(situation, asked);
	if (refusal) return refusal;
	return wasProposed(situation) ? closurePending(situation) : { code: "not-inactive" };
}

/** What the system never closes over: a handoff under way, an interruption, a clock that escalated. */
export function unsettledIn(situation: Situation): Unsettled[] {
	const handoffs = Object.values(situation.handoffs);
	const found: [Unsettled, boolean][] = [
		["handoff", handoffs.some((one) => isLive(one) && stateOf(one) !== "draft")],
		["interruption", runningInterruptions(situation).length > 0],
		["escalated", handoffs.some(isEscalated)],
	];
	return found.flatMap(([what, holds]) => (holds ? [what] : []));
}

function isEscalated(handoff: Handoff): boolean {
	const { delay } = handoff.snapshot.value as { delay: string };
	return delay === "escalated" && runningDelay(handoff) !== undefined;
}

/** Who answers to a note, on how old a page. */
type Answering = { acting: Acting; seen: number };

function answerRefusal(situation: Situation, { acting, seen }: Answering): Refusal | undefined {
	if (situation.status === "closed") return { code: "situation-closed" };
	if (seen < situation.latestAct) return { code: "moved-on" };
	return maySteer(situation, acting) ? undefined : { code: "not-holder" };
}

function isNext({ inactivity }: Situation, stage: NoteInactivity["stage"]): boolean {
	const before = inactivity ? inactivityStages.indexOf(inactivity.stage) : -1;
	return inactivityStages[before + 1] === stage;
}

function wasProposed({ inactivity }: Situation): boolean {
	return inactivity !== undefined && inactivity.stage !== "reminder";
}

type Closing = {
	by: string;
	actor: string | null;
	reason: AcceptClosure["reason"] | "NO_ACTIVITY";
};

function close(situation: Situation, closing: Closing, circumstances: Circumstances): Decision {
	const cleared = discardDrafts({ situation, events: [] }, circumstances);
	const draft = { type: "situation-closed", ...closing, at: circumstances.now } as const;
	return { accepted: true, ...addEvent(cleared, draft, circumstances) };
}
