import type { Urgency } from "#protocols/language/step.ts";
import type { ClockStruck } from "./events.ts";
import { dangerInterruption } from "./handoff/act.ts";
import { awaitedSide } from "./handoff/delays.ts";
import { type Handoff, stateOf } from "./handoff/handoff.ts";
import type { LifeState } from "./handoff/life.ts";
import { hasMoreToSay, isRung, type Rung } from "./ladder.ts";
import { partOf, placed, type Situation } from "./situation.ts";

/** Whom a rung of the ladder tells: a structure, its second contact, or who coordinates the territory. */
export type Addressee =
	| { whom: "structure" | "second-contact"; structure: string }
	| { whom: "coordinators" };

/** What a clock that struck has to say, and how urgent it is. */
export type Telling = { to: Addressee[]; urgency: Urgency };

const nothing: Telling = { to: [], urgency: "standard" };

/**
 * Whom a clock tells that struck: at 75 % who is awaited, at 100 % both sides, at 150 % the
 * coordinators and the second contact of who is awaited, at 200 % the coordinators, and the sender
 * where it has to look elsewhere.
 *
 * A clock that strikes late says only the highest rung that it has reached.
 *
 * @param situation as it stands after everything that followed from the strike
 */
export function whomToTell(situation: Situation, event: ClockStruck): Telling {
	const { clock, stage } = event;
	if (hasMoreToSay(situation.clocks[clock], event)) return nothing;

	const id = clock.slice(clock.indexOf(":") + 1);
	if (clock.startsWith("step:")) return ofStep(situation, id, stage);
	const handoff = situation.handoffs[id];
	return handoff ? ofHandoff(handoff, event) : nothing;
}

function ofHandoff(handoff: Handoff, event: ClockStruck): Telling {
	const side = awaitedSide(handoff);
	if (side === undefined) return nothing;
	const { urgency } = handoff.terms;
	const { stage } = event;
	return isRung(stage)
		? { to: handoffRung(handoff, side, stage), urgency }
		: { to: afterSilence(handoff, event), urgency };
}

function handoffRung(handoff: Handoff, side: "sender" | "recipient", rung: Rung): Addressee[] {
	if (rung === "soon" && isReminderHeld(handoff)) return [];
	const { from, to } = handoff;
	const awaited = side === "recipient" && to !== undefined ? to : from;
	// What was never sent is known to its author's structure only.
	const isDraft = stateOf(handoff) === "draft";
	const sides = isDraft || to === undefined ? [from] : [from, to];
	const looksElsewhere = stateOf(handoff) === "unanswered" ? [from] : [];
	return onRung(rung, { awaited, sides, looksElsewhere });
}

/** Nobody found the line in time: its sender telephones again. */
function afterSilence({ from, unmatched }: Handoff, { at }: ClockStruck): Addressee[] {
	return unmatched?.why === "SILENCE" && unmatched.at === at ? [structure(from)] : [];
}

const beforeAnswer: readonly LifeState[] = [
	"sent",
	"received.toStudy",
	"received.infoRequested",
	"unanswered",
];

/** While something is suspended, and once somebody has answered by telephone, nobody is reminded. */
export function isReminderHeld(handoff: Handoff): boolean {
	const state = stateOf(handoff);
	if (state === "suspended") return true;
	const { phoned, codes } = handoff;
	const hasAnswered = phoned > 0 && codes.phone !== undefined && codes.phone !== "UNREACHABLE";
	return hasAnswered && beforeAnswer.includes(state);
}

function ofStep(situation: Situation, stepId: string, stage: ClockStruck["stage"]): Telling {
	if (!isRung(stage)) return nothing;
	const { step, container } = placed(situation, stepId);
	const holder = situation.holders[partOf(situation, stepId)]?.structure;
	const awaited = situation.bindings[step.role] ?? holder;
	if (awaited === undefined) return nothing;

	const sides = holder === undefined ? [awaited] : [awaited, holder];
	const isDanger = container.interruption?.id === dangerInterruption;
	const urgency = isDanger ? "immediate" : (step.handoff?.urgency ?? "standard");
	return { to: onRung(stage, { awaited, sides, looksElsewhere: [] }), urgency };
}

type Sides = { awaited: string; sides: string[]; looksElsewhere: string[] };

function onRung(rung: Rung, { awaited, sides, looksElsewhere }: Sides): Addressee[] {
	switch (rung) {
		case "soon":
			return [structure(awaited)];
		case "overdue":
			return [...new Set(sides)].map(structure);
		case "coordinator":
			return [{ whom: "coordinators" }, { whom: "second-contact", structure: awaited }];
		case "escalate":
			return [{ whom: "coordinators" }, ...looksElsewhere.map(structure)];
	}
}

function structure(id: string): Addressee {
	return { whom: "structure", structure: id };
}
