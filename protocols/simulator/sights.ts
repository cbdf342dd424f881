import { awaitedSide } from "#protocols/casework/handoff/delays.ts";
import { type Handoff, isHeldByRecipient, stateOf } from "#protocols/casework/handoff/handoff.ts";
import { hasEnded, type LifeState } from "#protocols/casework/handoff/life.ts";
import { holdsPart, takesPart } from "#protocols/casework/participation.ts";
import { readableFacts, readableFields } from "#protocols/casework/readable.ts";
import { storyDirectory } from "#protocols/casework/scenario-world.ts";
import { sightOf } from "#protocols/casework/sight.ts";
import { isOverdue, openSteps, placed, type Situation } from "#protocols/casework/situation.ts";
import { startsOf } from "#protocols/casework/starts.ts";
import type { Facts } from "#protocols/language/vocabulary/answers.ts";
import type { Told } from "./telling.ts";

/** A step that a structure sees by name. */
export type SeenStep = { step: string; own: boolean; state: StepState };
export type StepState = "underway" | "late" | "paused";

/** A handoff of one's own with its step; of those of others only how far they are. */
export type SeenHandoff =
	| { own: true; step: string; side: "sender" | "recipient"; state: LifeState; awaited: boolean }
	| { own: false; stage: "sent" | "underway" | "closed" };

/** What a structure would see of a situation on its own screens. */
export type Sight = {
	structure: string;
	role: string;
	/** A structure that was only asked sees the handoff, and not the situation. */
	sees: "situation" | "handoff";
	holds: boolean;
	steps: SeenStep[];
	/** Steps of others: that they go on, and at whose, without their names. */
	elsewhere: { structure: string | undefined; state: StepState }[];
	handoffs: SeenHandoff[];
	/** The answers that it may read. */
	facts: Facts;
};

/** What each structure that knows of the situation sees; the others see nothing at all. */
export function sightsOf(told: Told): Sight[] {
	const { protocol } = told.compiled;
	const directory = storyDirectory(protocol);
	return protocol.roles.flatMap(({ id: role }) =>
		directory.structuresHolding(role).flatMap((structure) => sightOfOne(told, structure, role)),
	);
}

function sightOfOne(told: Told, structure: string, role: string): Sight[] {
	const { situation, events } = told;
	const handoffs = Object.values(situation.handoffs);
	if (takesPart(situation, structure)) {
		const entered = events.flatMap(({ clocks }) => startsOf(clocks));
		const reader = { structureId: structure, coordinator: false };
		const sees = sightOf(situation, reader);
		const open = openSteps(situation);
		return [
			{
				structure,
				role,
				sees: "situation",
				holds: holdsPart(situation, structure),
				steps: open.filter(sees).map((step) => seenStep(situation, step, structure)),
				elsewhere: open
					.filter((step) => !sees(step))
					.map((step) => ({
						structure: bearerOf(situation, step),
						state: stateOfStep(situation, step),
					})),
				handoffs: handoffs.flatMap((handoff) => seenHandoff(handoff, structure)),
				facts: readableFacts(situation, readableFields(situation, reader, entered)),
			},
		];
	}
	const asked = handoffs.filter(({ to, sentAt }) => to === structure && sentAt !== undefined);
	if (asked.length === 0) return [];
	return [
		{
			structure,
			role,
			sees: "handoff",
			holds: false,
			steps: [],
			elsewhere: [],
			handoffs: asked.flatMap((handoff) => seenHandoff(handoff, structure)),
			facts: {},
		},
	];
}

function seenStep(situation: Situation, step: string, structure: string): SeenStep {
	const own = bearerOf(situation, step) === structure;
	return { step, own, state: stateOfStep(situation, step) };
}

function bearerOf(situation: Situation, step: string): string | undefined {
	return situation.bindings[placed(situation, step).step.role];
}

/** Whether the clock of an open step runs, has run out, or stands still. */
export function stateOfStep(situation: Situation, step: string): StepState {
	if (situation.clocks[`step:${step}`]?.pausedAt !== undefined) return "paused";
	return isOverdue(situation, step) ? "late" : "underway";
}

/** Drafts are their author's alone, and what was discarded is nobody's. */
function seenHandoff(handoff: Handoff, structure: string): SeenHandoff[] {
	const { step, from, to, sentAt } = handoff;
	const state = stateOf(handoff);
	if (state === "discarded" || (from !== structure && sentAt === undefined)) return [];
	if (from === structure || to === structure) {
		const side = from === structure ? "sender" : "recipient";
		return [{ own: true, step, side, state, awaited: awaitedSide(handoff) === side }];
	}
	const running = isHeldByRecipient(handoff) ? "underway" : "sent";
	return [{ own: false, stage: hasEnded(state) ? "closed" : running }];
}
