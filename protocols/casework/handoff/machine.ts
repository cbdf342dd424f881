import { assign, getNextSnapshot, or, type SnapshotFrom, setup, stateIn } from "xstate";
import { swiftMachine } from "#protocols/compiler/swift-machine.ts";
import { handoffActCodes, hasEnded, type LifeState, lifeStates, ruleOf } from "./life.ts";

/** A pause in a life: it ends where it began. */
type Pause = "suspended" | "cancellationRequested";
type HandoffContext = Record<Pause, LifeState>;
type HandoffEvent = { type: string };

type LifeTransition = {
	target?: string;
	guard?: { type: "cameFrom"; params: { pause: Pause; state: LifeState } };
	actions?: { type: "remember"; params: { pause: Pause; state: LifeState } }[];
};

const handoffSetup = setup({
	types: { context: {} as HandoffContext, events: {} as HandoffEvent },
	guards: {
		cameFrom: ({ context }, { pause, state }: { pause: Pause; state: LifeState }) =>
			context[pause] === state,
	},
	actions: {
		remember: assign((_, { pause, state }: { pause: Pause; state: LifeState }) => ({
			[pause]: state,
		})),
	},
});

const outcomeReturned = or([stateIn(idOf("completed")), stateIn(idOf("failed"))]);

/**
 * The life of a handoff as an XState machine: the life itself, and beside it the delay and the
 * reading of the outcome, which never forbid an event.
 */
export const handoffMachine = handoffSetup.createMachine({
	id: "handoff",
	type: "parallel",
	context: { suspended: "accepted", cancellationRequested: "accepted" },
	states: {
		life: { initial: "draft", states: lifeConfig() as never },
		delay: {
			initial: "onTime",
			states: {
				onTime: { on: { SOON: "soon", OVERDUE: "overdue", ESCALATE: "escalated" } },
				soon: { on: { OVERDUE: "overdue", ESCALATE: "escalated" } },
				overdue: { on: { ESCALATE: "escalated" } },
				escalated: {},
			},
			on: { CLOCK_STARTED: ".onTime" },
		},
		loop: {
			initial: "open",
			states: {
				open: { on: { READ_OUTCOME: { target: "closed", guard: outcomeReturned } } },
				closed: {},
			},
		},
	},
});

export type HandoffSnapshot = SnapshotFrom<typeof handoffMachine>;

/** Where the life stands, as one word. */
export function lifeOf(snapshot: HandoffSnapshot): LifeState {
	const { life } = snapshot.value as { life: string | Record<string, string> };
	if (typeof life === "string") return life as LifeState;
	const [[outer, inner] = ["", ""]] = Object.entries(life);
	return `${outer}.${inner}` as LifeState;
}

/** The snapshot after an act; the same object when the act is not allowed there. */
export function moveHandoff(snapshot: HandoffSnapshot, act: string): HandoffSnapshot {
	return getNextSnapshot(swiftMachine(handoffMachine), snapshot, { type: act });
}

function lifeConfig() {
	const config: Record<string, object> = {};
	for (const state of lifeStates) {
		const [outer, inner] = state.split(".") as [string, string?];
		const node = hasEnded(state)
			? { on: transitionsFrom(state), tags: ["ended"] }
			: { on: transitionsFrom(state) };
		if (inner === undefined) {
			config[outer] = node;
			continue;
		}
		const around = (config[outer] ?? { initial: inner, states: {} }) as {
			states: Record<string, object>;
		};
		around.states[inner] = node;
		config[outer] = around;
	}
	return config;
}

function transitionsFrom(state: LifeState): Record<string, LifeTransition[]> {
	const allowed = handoffActCodes.filter((act) => ruleOf(act).from.includes(state));
	return Object.fromEntries(allowed.map((act) => [act, transitionsOf(state, ruleOf(act).to)]));
}

function transitionsOf(state: LifeState, to: LifeState | "same" | "before"): LifeTransition[] {
	if (to === "same") return [{}];
	if (to === "before") return waysBack(state);
	if (!isPause(to)) return [{ target: idOf(to) }];
	return [{ target: idOf(to), actions: [{ type: "remember", params: { pause: to, state } }] }];
}

function waysBack(state: LifeState): LifeTransition[] {
	if (!isPause(state)) throw new RangeError(`${state} is no pause: nothing to go back to.`);
	const notEnded = lifeStates.filter((candidate) => !hasEnded(candidate));
	return notEnded.map((candidate) => ({
		target: idOf(candidate),
		guard: { type: "cameFrom", params: { pause: state, state: candidate } },
	}));
}

function isPause(state: LifeState): state is Pause {
	return state === "suspended" || state === "cancellationRequested";
}

function idOf(state: LifeState): string {
	return `#handoff.life.${state}`;
}
