import { awaitedSide, awaitsReading } from "#protocols/casework/handoff/delays.ts";
import { type Handoff, stateOf } from "#protocols/casework/handoff/handoff.ts";
import {
	type ClockId,
	isOverdue,
	openParts,
	openSteps,
	partOf,
	placed,
	type Situation,
} from "#protocols/casework/situation.ts";
import type { PhaseId } from "#protocols/language/protocol.ts";
import type { delayStates } from "./schema/handoffs.ts";

/*
 * What lists read about a situation, computed from the situation alone. The journal writes these
 * rows with each event; `relais rebuild --check` computes them again and compares.
 */

export function situationRow(situation: Situation, changedAt: number) {
	return {
		status: situation.status,
		phase: phaseOf(situation),
		position: situation.position,
		latestAct: situation.latestAct,
		leadId: situation.lead ?? null,
		openedAt: situation.openedAt,
		changedAt,
	};
}

/** The phase of the course; a closed situation ended in accompaniment. */
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

export function holderRows(situation: Situation) {
	return openParts(situation).flatMap((part) => {
		const holder = situation.holders[part];
		return holder
			? [{ part: part as string, structureId: holder.structure, since: holder.since }]
			: [];
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
		sentAt: handoff.sentAt ?? null,
		referentId: handoff.referent ?? null,
	};
}

/** One row for each clock: its next strike, or none while it is paused or has struck its last. */
export function timerRows(situation: Situation) {
	return (Object.keys(situation.clocks) as ClockId[]).map((clock) => {
		const running = situation.clocks[clock];
		const next = running?.pausedAt === undefined ? running?.strikes[0] : undefined;
		return { clock: clock as string, stage: next?.stage ?? null, fireAt: next?.at ?? null };
	});
}
