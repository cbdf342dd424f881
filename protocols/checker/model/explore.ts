import type { Macro, Shape } from "./inert.ts";
import type { Edge, Model } from "./model.ts";
import { finish, initialStates, isClosed, mayTake, type State, take } from "./state.ts";

/** A move in an exploration, with the groups that it left. */
export type Step = { from: number; to: number; process: number; macro: Macro; left: string[] };

/**
 * Every state that matters for one process (the focus), each with the fewest acts that lead there.
 * The focus is walked node by node, the others by macros.
 */
export type Exploration = {
	model: Model;
	focus: number;
	states: State[];
	/** How many states a situation may begin in; they come first. */
	beginnings: number;
	steps: Step[];
	/** The last step of a shortest way to each state. */
	arrival: (Step | undefined)[];
	/** How many acts it takes to get there. */
	cost: number[];
	/** False when there was more to see than `mostStates`: then nothing is concluded from absence. */
	complete: boolean;
};

/**
 * How many states a whole check looks at, for all its processes together. Beyond, tracks look at each
 * other in more ways than anybody could follow, and whoever edits waits for an answer: the largest
 * protocol of the catalogue needs a few thousand.
 */
export const mostStates = 15_000;

/** What is left of `mostStates`, shared by the explorations of one check. */
export type Allowance = { states: number };

export type Interest = {
	focus: number;
	tops: ReadonlySet<number>;
	shapeOf(process: number): Shape;
	/** What interruptions that nobody follows may do to the course at any moment. */
	elsewhere: readonly Macro[];
	allowance: Allowance;
};

export function explore(model: Model, interest: Interest): Exploration {
	const { focus, allowance } = interest;
	const none = { states: [], beginnings: 0, steps: [], arrival: [], cost: [] };
	const found: Exploration = { model, focus, ...none, complete: true };
	const frontier = frontierOf(found);
	for (const state of initialStates(model)) frontier.note(state, 0, undefined);
	found.beginnings = found.states.length;

	for (let from = frontier.next(); from !== undefined; from = frontier.next()) {
		allowance.states -= 1;
		if (allowance.states < 0) return { ...found, complete: false };
		for (const { state, ...move } of movesFrom(model, found.states[from] as State, interest)) {
			const acts = move.macro.story?.length ?? move.macro.quiet.length + 1;
			const step: Step = { from, to: -1, ...move };
			step.to = frontier.note(state, (found.cost[from] ?? 0) + acts, step);
			found.steps.push(step);
		}
	}
	return found;
}

/** States still to be looked at, the cheapest first: acts are few, so a bucket for each cost. */
function frontierOf({ states, cost, arrival }: Exploration) {
	const indexOf = new Map<string, number>();
	const buckets: number[][] = [];
	const settled = new Set<number>();
	let cheapest = 0;
	return {
		note(state: State, acts: number, by: Step | undefined): number {
			const key = state.join();
			const known = indexOf.get(key);
			if (known !== undefined && acts >= (cost[known] ?? 0)) return known;
			const index = known ?? states.push(state) - 1;
			indexOf.set(key, index);
			cost[index] = acts;
			arrival[index] = by;
			const bucket = buckets[acts] ?? [];
			bucket.push(index);
			buckets[acts] = bucket;
			return index;
		},
		next(): number | undefined {
			while (cheapest < buckets.length) {
				const index = buckets[cheapest]?.pop();
				if (index === undefined) cheapest += 1;
				else if (!settled.has(index)) {
					settled.add(index);
					return index;
				}
			}
			return undefined;
		},
	};
}

type Move = { process: number; macro: Macro; state: State; left: string[] };

function* movesFrom(model: Model, state: State, interest: Interest): Generator<Move> {
	if (isClosed(model, state)) return;
	for (const index of model.processes.keys()) {
		for (const macro of macrosAt(model, state, index, interest)) {
			yield* played(model, state, index, macro);
		}
	}
	yield* finished(model, state);
	for (const macro of interest.elsewhere) {
		yield* played(model, state, macro.story?.[0]?.process ?? 0, macro);
	}
}

function macrosAt(
	{ processes }: Model,
	state: State,
	index: number,
	{ focus, tops, shapeOf }: Interest,
): readonly Macro[] {
	const node = state[index] ?? -1;
	const process = processes[index];
	if (node < 0 || !process || !tops.has(process.top)) return [];
	if (index !== focus) return shapeOf(index).macros[node] ?? [];
	return (process.nodes[node]?.edges ?? []).map((edge) => ({ quiet: [], edge }));
}

/** Groups that wait for dormant tracks only. */
function* finished(model: Model, state: State): Generator<Move> {
	if (model.dormant.size === 0) return;
	for (const [index, { nodes }] of model.processes.entries()) {
		const group = nodes[state[index] ?? -1]?.group;
		const moved = group && finish(model, state, group);
		if (!group || !moved) continue;
		const waited = group.tracks.filter((track) => state[track] !== 0);
		const story = waited.flatMap((track) => model.dormant.get(track) ?? []);
		const last = story[story.length - 1];
		if (!last) continue;
		yield { process: last.process, macro: { quiet: [], edge: last.edge, story }, ...moved };
	}
}

function* played(model: Model, state: State, process: number, macro: Macro): Generator<Move> {
	if (!mayTake(model, state, macro.edge)) return;
	const last = macro.quiet[macro.quiet.length - 1];
	const from = last ? state.with(process, last.to.node) : state;
	for (const moved of take(model, from, process, macro.edge)) yield { process, macro, ...moved };
}

/** One act of a way: which process answered what, and what held afterwards. */
export type Tread = { process: number; node: number; edge: Edge; after: State };

/** The acts of a shortest way to a state. */
export function wayTo(exploration: Exploration, state: number): Tread[] {
	const steps: Step[] = [];
	for (let step = exploration.arrival[state]; step; step = exploration.arrival[step.from]) {
		steps.unshift(step);
	}
	return steps.flatMap((step) => treadsOf(exploration, step));
}

/** The acts of one step. */
export function treadsOf({ states }: Exploration, { from, to, process, macro }: Step): Tread[] {
	let at = states[from] as State;
	const after = states[to] as State;
	if (macro.story) {
		const last = macro.story.length - 1;
		return macro.story.map((act, index) => ({ ...act, after: index === last ? after : at }));
	}
	const quiet = macro.quiet.map((edge): Tread => {
		const node = at[process] ?? 0;
		at = at.with(process, edge.to.node);
		return { process, node, edge, after: at };
	});
	return [...quiet, { process, node: at[process] ?? 0, edge: macro.edge, after }];
}
