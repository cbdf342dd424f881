import { weekOf } from "#protocols/calendar/iso-week.ts";
import { awaitedSide, awaitsReading } from "#protocols/casework/handoff/delays.ts";
import { type Handoff, isUnmatched, stateOf } from "#protocols/casework/handoff/handoff.ts";
import { standingParts } from "#protocols/casework/participation.ts";
import {
	type ClockId,
	type Closure,
	isOverdue,
	openParts,
	openSteps,
	partOf,
	placed,
	type Situation,
} from "#protocols/casework/situation.ts";
import type { PhaseId } from "#protocols/language/protocol.ts";
import type { delayStates } from "./schema/handoffs.ts";
import type { closers } from "./schema/situations.ts";

/*
 * What lists read about a situation, computed from the situation alone. The journal writes these
 * rows with each event; `relais rebuild --check` computes them again and compares.
 */

/** To be raised with every change of what is computed here: stores then have their rows written anew. */
export const projectionVersion = 1;

/** Instants are exact while it is open; of a closed situation only their week is kept. */
export function situationRow(situation: Situation) {
	const { closure } = situation;
	const kept = closure ? weekOf : (at: number) => at;
	return {
		status: situation.status,
		phase: phaseOf(situation),
		position: situation.position,
		latestAct: situation.latestAct,
		leadId: situation.lead ?? null,
		openedAt: kept(situation.openedAt),
		changedAt: kept(situation.latestAt),
		activeAt: kept(situation.activeAt),
		inactivity: closure ? null : (situation.inactivity?.stage ?? null),
		closedAt: closure ? kept(closure.at) : null,
		closedBy: closure ? closerOf(closure) : null,
		mergedWeek: situation.merged ? weekOf(situation.merged.at) : null,
		// One that was never moved keeps the version that it was opened under, which only its row says.
		...(situation.movedTo === undefined ? {} : { versionHash: situation.movedTo }),
	};
}

function closerOf({ by }: Closure): (typeof closers)[number] {
	return by === "system" ? "system" : "people";
}

/** The phase of the course: where it stopped, or accompaniment where its closing step ended it. */
export function phaseOf(situation: Situation): PhaseId {
	const { course } = situation.snapshot.value as { course: string | Record<string, unknown> };
	if (typeof course === "string") return "accompaniment";
	return (Object.keys(course)[0] ?? "identification") as PhaseId;
}

export function openStepRows(situation: Situation) {
	return openSteps(situation).map((stepId) => {
		const { role } = placed(situation, stepId).step;
		const clock = situation.clocks[`step:${stepId}`];
		return {
			stepId,
			part: partOf(situation, stepId) as string,
			roleId: role,
			structureId: situation.bindings[role] ?? null,
			enteredAt: situation.entered[stepId] ?? situation.openedAt,
			dueAt: clock?.dueAt ?? situation.openedAt,
			overdue: isOverdue(situation, stepId),
			paused: clock?.pausedAt !== undefined,
		};
	});
}

/** Who holds the open parts; where the system closed a situation, who held what it left. */
export function holderRows(situation: Situation) {
	const { closure, holders } = situation;
	const left = closure?.by === "system";
	return (left ? standingParts(situation) : openParts(situation)).flatMap((part) => {
		const holder = holders[part];
		if (!holder) return [];
		const since = left ? weekOf(holder.since) : holder.since;
		return [{ part: part as string, structureId: holder.structure, since }];
	});
}

export function handoffRow(situation: Situation, handoff: Handoff) {
	const { delay, loop } = handoff.snapshot.value as { delay: string; loop: string };
	const awaited = awaitedSide(handoff) ?? null;
	return {
		stepId: handoff.step,
		senderId: handoff.from,
		recipientId: handoff.to ?? null,
		roleId: handoff.terms.to,
		urgency: handoff.terms.urgency,
		state: stateOf(handoff),
		delay: delay as (typeof delayStates)[number],
		loopClosed: loop === "closed" || (!awaitsReading(handoff) && awaited === null),
		awaited,
		dueAt: situation.clocks[`handoff:${handoff.id}`]?.dueAt ?? null,
		sentAt: sentAtOf(situation, handoff),
		referentId: handoff.referent ?? null,
		unmatched: isUnmatched(handoff) ? (handoff.unmatched?.why ?? null) : null,
	};
}

/** The exact instant while a clock of the handoff runs; then only its week. */
function sentAtOf({ clocks }: Situation, { id, sentAt }: Handoff): number | null {
	if (sentAt === undefined) return null;
	return clocks[`handoff:${id}`] ? sentAt : weekOf(sentAt);
}

/** One row for each clock: its next strike, or none while it is paused or has struck its last. */
export function timerRows(situation: Situation) {
	return (Object.keys(situation.clocks) as ClockId[]).map((clock) => {
		const running = situation.clocks[clock];
		const next = running?.pausedAt === undefined ? running?.strikes[0] : undefined;
		return {
			clock: clock as string,
			stage: next?.stage ?? null,
			fireAt: next?.at ?? null,
			...standingOf(situation, clock),
		};
	});
}

/**
 * How far up the ladder a clock is. Where nobody answered, another clock runs for who has to look
 * elsewhere, and whoever waits goes on waiting by the first one.
 */
function standingOf({ clocks, handoffs }: Situation, clock: ClockId) {
	const handoff = handoffs[clock.slice("handoff:".length)];
	if (handoff?.silence && stateOf(handoff) === "unanswered") {
		const { at, dueAt, twiceAt } = handoff.silence;
		return { rung: "escalate" as const, rungAt: at, dueAt, twiceAt };
	}
	const { reached, dueAt = null, twiceAt = null } = clocks[clock] ?? {};
	return { rung: reached?.stage ?? null, rungAt: reached?.at ?? null, dueAt, twiceAt };
}
