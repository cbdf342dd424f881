import type { SituationEvent } from "#protocols/casework/events.ts";
import { stateOf } from "#protocols/casework/handoff/handoff.ts";
import type { LifeState } from "#protocols/casework/handoff/life.ts";
import {
	type ClockId,
	type EpochMs,
	openParts,
	openSteps,
	type Situation,
	type Stage,
} from "#protocols/casework/situation.ts";
import { startsOf } from "#protocols/casework/starts.ts";
import type { PartId } from "#protocols/language/places.ts";

/** One thing that an act of a story changed. */
export type Change =
	| { kind: "opened"; step: string }
	| { kind: "left"; step: string }
	| { kind: "holds"; part: PartId; structure: string }
	| { kind: "handoff"; step: string; to: string | undefined; state: LifeState }
	| { kind: "struck"; clock: ClockId; step: string; stage: Stage; at: EpochMs }
	| { kind: "plays"; role: string; structure: string }
	| { kind: "closed" };

/** What differs between two moments of a story. */
export function changesBetween(
	before: Situation | undefined,
	after: Situation,
	events: readonly SituationEvent[],
): Change[] {
	const opened = [...new Set(events.flatMap(({ clocks }) => startsOf(clocks)))];
	const closed = after.status === "closed" && before?.status === "open";
	return [
		...strikesIn(after, events),
		...leftSteps(before, after),
		...opened
			.filter((step) => openSteps(after).includes(step))
			.map((step): Change => ({ kind: "opened", step })),
		...movedHandoffs(before, after),
		...playedRoles(events),
		...newHolders(before, after),
		...(closed ? [{ kind: "closed" } as const] : []),
	];
}

function strikesIn(situation: Situation, events: readonly SituationEvent[]): Change[] {
	return events.flatMap((event): Change[] => {
		if (event.type !== "clock-struck") return [];
		const { clock, stage, at } = event;
		const handoff = situation.handoffs[clock.slice("handoff:".length)];
		const step = handoff?.step ?? clock.slice("step:".length);
		return [{ kind: "struck", clock, step, stage, at }];
	});
}

function leftSteps(before: Situation | undefined, after: Situation): Change[] {
	const left = before ? openSteps(before).filter((step) => !openSteps(after).includes(step)) : [];
	return left.map((step) => ({ kind: "left", step }));
}

function movedHandoffs(before: Situation | undefined, after: Situation): Change[] {
	return Object.values(after.handoffs).flatMap((handoff): Change[] => {
		const earlier = before?.handoffs[handoff.id];
		const state = stateOf(handoff);
		if (earlier && stateOf(earlier) === state) return [];
		return [{ kind: "handoff", step: handoff.step, to: handoff.to, state }];
	});
}

function playedRoles(events: readonly SituationEvent[]): Change[] {
	return events.flatMap((event): Change[] =>
		event.type === "role-bound"
			? [{ kind: "plays", role: event.role, structure: event.structure }]
			: [],
	);
}

function newHolders(before: Situation | undefined, after: Situation): Change[] {
	return openParts(after).flatMap((part): Change[] => {
		const structure = after.holders[part]?.structure;
		const known = before && openParts(before).includes(part) && before.holders[part]?.structure;
		return structure && structure !== known ? [{ kind: "holds", part, structure }] : [];
	});
}
