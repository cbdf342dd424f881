import { eq } from "drizzle-orm";
import type { SituationEvent } from "#protocols/casework/events.ts";
import { dangerInterruption } from "#protocols/casework/handoff/act.ts";
import { interruptionRefusal } from "#protocols/casework/interruption.ts";
import type { Sight } from "#protocols/casework/sight.ts";
import {
	type Circumstances,
	type EpochMs,
	isOverdue,
	openSteps,
	runningInterruptions,
	type Situation,
} from "#protocols/casework/situation.ts";
import { startsOf } from "#protocols/casework/starts.ts";
import type { Acting } from "#protocols/casework/story.ts";
import { type PhaseId, phaseIds } from "#protocols/language/protocol.ts";
import type { Text } from "#protocols/language/text.ts";
import type { Db } from "./client.ts";
import { phaseOf } from "./projection.ts";
import { participations } from "./schema/situations.ts";

/** The interruption of that name in the protocol of a situation. */
export function interruptionOf(situation: Situation, id: string) {
	return situation.compiled.protocol.interruptions.find((one) => one.id === id);
}

/** An interruption that a structure may declare now. */
export type Offered = { id: string; title: Text; danger: boolean };

/** The interruptions that a structure may declare, danger first. */
export function offeredTo(
	situation: Situation,
	acting: Acting,
	circumstances: Circumstances,
): Offered[] {
	if (situation.status === "closed") return [];
	return situation.compiled.protocol.interruptions
		.filter(({ id }) => !interruptionRefusal(situation, id, acting, circumstances))
		.map(({ id, title }) => ({ id, title, danger: id === dangerInterruption }))
		.sort((one, other) => Number(other.danger) - Number(one.danger));
}

/** Positions of a structure's own entries that can still be corrected. */
export function correctableBy(situation: Situation, structureId: string): number[] {
	if (situation.status === "closed") return [];
	return situation.entries
		.filter(
			({ by, position, answers }) =>
				by === structureId &&
				(Object.keys(answers).length > 0 || situation.beforeLatestAnswer?.position === position),
		)
		.map(({ position }) => position);
}

const careForMs = 14 * 86_400_000;
const heavyRound = 4;

/** An emergency in the last two weeks, or a step that was entered for the fourth time. */
export function isHeavy(events: readonly SituationEvent[], now: EpochMs): boolean {
	const emergency = events.some(
		(event) =>
			event.type === "interruption-raised" &&
			event.interruption === dangerInterruption &&
			now - event.at < careForMs,
	);
	const counts = new Map<string, number>();
	for (const step of events.flatMap(({ clocks }) => startsOf(clocks))) {
		counts.set(step, (counts.get(step) ?? 0) + 1);
	}
	return emergency || [...counts.values()].some((count) => count >= heavyRound);
}

/** The structures that take part in a situation: one of them may be its through-line. */
export function partnersIn(db: Db, situationPk: number): string[] {
	return db
		.select({ id: participations.structureId, takesPart: participations.takesPart })
		.from(participations)
		.where(eq(participations.situationPk, situationPk))
		.all()
		.filter(({ takesPart }) => takesPart)
		.map(({ id }) => id);
}

/** Where a situation stands in its protocol: ids of steps, phases and interruptions, no answer. */
export type PlaceInProtocol = {
	phases: { done: PhaseId[]; current?: PhaseId };
	open: { stepId: string; state: "here" | "late" | "paused" }[];
	visited: string[];
	interruptions: string[];
};

/** Where a situation stands in its protocol: the phase for all, the steps that the reader sees. */
export function placeInProtocol(
	situation: Situation,
	events: readonly SituationEvent[],
	sees: Sight,
): PlaceInProtocol {
	const closed = situation.status === "closed";
	const current = phaseOf(situation);
	const here = phaseIds.indexOf(current);
	const visited = events.flatMap((event) => (event.type === "step-answered" ? [event.step] : []));
	return {
		phases: closed
			? { done: phaseIds.slice(0, situation.closure?.beside ? here : undefined) }
			: { done: phaseIds.slice(0, here), current },
		open: openSteps(situation)
			.filter(sees)
			.map((stepId) => ({ stepId, state: stateOfStep(situation, stepId) })),
		visited: [...new Set(visited)].filter(sees),
		interruptions: runningInterruptions(situation),
	};
}

function stateOfStep(situation: Situation, stepId: string): "here" | "late" | "paused" {
	if (situation.clocks[`step:${stepId}`]?.pausedAt !== undefined) return "paused";
	return isOverdue(situation, stepId) ? "late" : "here";
}
