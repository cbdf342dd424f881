import { type Container, outwards, type Places } from "#protocols/language/places.ts";
import type { Group, Interruption, Protocol } from "#protocols/language/protocol.ts";
import type { Condition, Outcome, Step } from "#protocols/language/step.ts";
import type { Text } from "#protocols/language/text.ts";
import {
	emptyContext,
	type NamedAction,
	type NamedGuard,
	type ProtocolContext,
} from "./catalogue-of-names.ts";

export type Transition = {
	target?: string;
	guard?: NamedGuard;
	actions?: NamedAction[];
	reenter?: true;
};

/** What a state shows to people: role and labels. */
export type StateMeta = { kind: string; title: Text; role?: string };

/** A state of the compiled machine: plain JSON that any XState 5 tool opens. */
export type StateConfig = {
	id: string;
	type?: "parallel" | "final";
	initial?: string;
	states?: Record<string, StateConfig>;
	on?: Record<string, Transition[]>;
	onDone?: Transition;
	after?: Record<string, Transition>;
	entry?: NamedAction[];
	exit?: NamedAction[];
	meta?: StateMeta;
};

export type MachineConfig = StateConfig & { context: ProtocolContext };

export const endOfTrack = (trackId: string) => `${trackId}@end`;
export const idleOf = (interruptionId: string) => `${interruptionId}@idle`;
export const closedState = "closed@course";

/** The event that records closed answers outside an outcome: at opening, with a handoff, as a correction. */
export const recordEvent = "record";

/** The event that raises an interruption. */
export const raiseEvent = (interruptionId: string) => `raise.${interruptionId}`;

/** The event that answers a step with an outcome. */
export const outcomeEvent = (stepId: string, code: string) => `${stepId}.${code}`;

/**
 * Spells a protocol as an XState machine: a parallel root with the course and one region per
 * interruption; phases compound, groups parallel, tracks compound with a final state.
 */
export function machineConfig(protocol: Protocol, places: Places): MachineConfig {
	const building = { protocol, places };
	const phases = places.containers.filter(({ kind }) => kind === "phase");
	const course: StateConfig = {
		id: "course",
		initial: phases[0]?.id ?? closedState,
		states: {
			...Object.fromEntries(phases.map((phase) => [phase.id, compound(building, phase)])),
			closed: { id: closedState, type: "final" },
		},
		on: heardByCourse(building),
	};
	const regions = protocol.interruptions.map((interruption) => {
		return [interruption.id, region(building, interruption)] as const;
	});
	return {
		id: protocol.id,
		type: "parallel",
		context: emptyContext,
		states: { course, ...Object.fromEntries(regions) },
		on: {
			[recordEvent]: [
				{ actions: [{ type: "recordAnswers", params: { step: "", decides: false } }] },
			],
		},
	};
}

type Building = { protocol: Protocol; places: Places };

function compound(building: Building, container: Container): StateConfig {
	return { id: container.id, initial: container.start, states: content(building, container) };
}

function content(building: Building, container: Container): Record<string, StateConfig> {
	return {
		...Object.fromEntries(
			container.steps.map((step) => [step.id, stepState(building, container, step)]),
		),
		...Object.fromEntries(
			container.groups.map((group) => [group.id, groupState(building, container, group)]),
		),
	};
}

function groupState(building: Building, container: Container, group: Group): StateConfig {
	const tracks = building.places.containers.filter(({ within }) => within?.group === group);
	const inside = building.places.containers.filter((other) =>
		[...outwards(other)].some(({ within }) => within?.group === group),
	);
	return {
		id: group.id,
		type: "parallel",
		meta: { kind: "group", title: group.title },
		entry: [
			{
				type: "beginGroup",
				params: { steps: inside.flatMap(({ steps }) => steps.map(({ id }) => id)) },
			},
		],
		states: Object.fromEntries(
			tracks.map((track) => {
				const state = compound(building, track);
				const end: StateConfig = { id: endOfTrack(track.id), type: "final" };
				return [track.id, { ...state, states: { ...state.states, end } }];
			}),
		),
		onDone: { target: targetOf(container, group.to) },
	};
}

function stepState(building: Building, container: Container, step: Step): StateConfig {
	const params = { step: step.id };
	return {
		id: step.id,
		meta: { kind: step.kind, title: step.title, role: step.role },
		entry: [{ type: "enterStep", params }],
		exit: [{ type: "leaveStep", params }],
		after: { [step.id]: { actions: [{ type: "markOverdue", params }] } },
		on: Object.fromEntries(
			step.outcomes.map((outcome) => [
				outcomeEvent(step.id, outcome.code),
				[outcomeTransition(building, container, step, outcome)],
			]),
		),
	};
}

function outcomeTransition(
	building: Building,
	container: Container,
	step: Step,
	outcome: Outcome,
): Transition {
	return guarded(guardsOf(building, step, outcome), {
		target: targetOf(container, outcome.to),
		actions: [
			{ type: "recordAnswers", params: { step: step.id, decides: step.kind === "decision" } },
		],
		...(outcome.to === step.id ? { reenter: true } : {}),
	});
}

function targetOf(container: Container, to: string): string {
	switch (to) {
		case "@end":
			return `#${endOfTrack(container.id)}`;
		case "@over":
			return `#${idleOf(container.interruption?.id ?? "")}`;
		case "@closed":
			return `#${closedState}`;
		default:
			return `#${to}`;
	}
}

/** The rounds that an outcome counts: none for a decision elsewhere, which is what gives them back. */
export function roundsCounted(places: Places, step: Step, to: string): Step["rounds"] {
	const decidesElsewhere = step.kind === "decision" && step.id !== to;
	return decidesElsewhere ? undefined : places.steps.get(to)?.step.rounds;
}

function guardsOf({ places }: Building, step: Step, outcome: Outcome): NamedGuard[] {
	const rounds = roundsCounted(places, step, outcome.to);
	return [
		...(outcome.when ? [conditionGuard(outcome.when)] : []),
		...(rounds
			? [{ type: "roundsLeft" as const, params: { step: outcome.to, most: rounds.most } }]
			: []),
	];
}

function conditionGuard(when: Condition): NamedGuard {
	if ("fact" in when) return { type: "factIn", params: when };
	return { type: "reached", params: { step: when.reached } };
}

function guarded(guards: NamedGuard[], transition: Transition): Transition {
	const [only, ...more] = guards;
	if (!only) return transition;
	if (more.length === 0) return { guard: only, ...transition };
	return { guard: { type: "every", params: { of: guards } }, ...transition };
}

/** The end of an interruption may lead the course elsewhere. */
function heardByCourse(building: Building): Record<string, Transition[]> {
	return broadcast(building, ({ outcome }) => outcome.leads && `#${outcome.leads}`);
}

function region(building: Building, interruption: Interruption): StateConfig {
	const container = building.places.containers.find(({ id }) => id === interruption.id);
	const start = `#${interruption.start}`;
	const heard = broadcast(building, ({ outcome }) => {
		if (outcome.to === "@closed") return `#${idleOf(interruption.id)}`;
		return outcome.raises === interruption.id && start;
	});
	return {
		id: interruption.id,
		meta: { kind: "interruption", title: interruption.title },
		initial: "idle",
		states: {
			idle: { id: idleOf(interruption.id) },
			...(container ? content(building, container) : {}),
		},
		on: { ...heard, [raiseEvent(interruption.id)]: [{ target: start }] },
	};
}

/** The transitions of a region on outcomes that are given elsewhere in the machine. */
function broadcast(
	building: Building,
	targetFor: (heard: { step: Step; outcome: Outcome }) => string | false | undefined,
): Record<string, Transition[]> {
	const heard: Record<string, Transition[]> = {};
	for (const { step } of building.places.steps.values()) {
		for (const outcome of step.outcomes) {
			const target = targetFor({ step, outcome });
			if (!target) continue;
			const isOpen: NamedGuard = { type: "isOpen", params: { step: step.id } };
			heard[outcomeEvent(step.id, outcome.code)] = [
				guarded([isOpen, ...guardsOf(building, step, outcome)], { target }),
			];
		}
	}
	return heard;
}
