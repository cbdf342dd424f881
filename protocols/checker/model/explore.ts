import type { Macro, Shape } from "./inert.ts";
import type { Edge, Model } from "./model.ts";
import { finish, initialStates, isClosed, type Moved, mayTake, type State, take } from "./state.ts";
import { stateIndex } from "./state-index.ts";

/** A move in an exploration, with the groups that it left. */
export type Step = {
	from: number;
	to: number;
	process: number;
	macro: Macro;
	left: readonly string[];
};

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
	/** False when there was more to see than `mostMoves`: then nothing is concluded from absence. */
	complete: boolean;
};

/**
 * How many moves a whole check looks at, for all its processes together. Beyond, tracks look at each
 * other in more ways than anybody could follow, and whoever edits waits for an answer: the largest
 * protocol of the catalogue needs 33,000.
 */
export const mostMoves = 250_000;

/** What is left of `mostMoves`, shared by the explorations of one check. */
export type Allowance = { moves: number };

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
	const { states, steps, cost } = found;
	const frontier = frontierOf(found);
	for (const state of initialStates(model)) frontier.note(state, 0, undefined);
	found.beginnings = states.length;

	const macros = macrosOf(model, interest);
	for (let from = frontier.next(); from !== undefined; from = frontier.next()) {
		const spent = cost[from] ?? 0;
		const begun = steps.length;
		const see: See = (process, macro, { state, left }) => {
			const acts = macro.story?.length ?? macro.quiet.length + 1;
			const step: Step = { from, to: -1, process, macro, left };
			step.to = frontier.note(state, spent + acts, step);
			steps.push(step);
		};
		lookOnward(model, states[from] as State, { macros, elsewhere: interest.elsewhere, see });
		allowance.moves -= steps.length - begun;
		if (allowance.moves < 0) return { ...found, complete: false };
	}
	return found;
}

/** States still to be looked at, the cheapest first: acts are few, so a bucket for each cost. */
function frontierOf({ states, cost, arrival }: Exploration) {
	const seen = stateIndex(states);
	const buckets: number[][] = [];
	const settled: boolean[] = [];
	let cheapest = 0;
	return {
		note(state: State, acts: number, by: Step | undefined): number {
			const index = seen.numberOf(state);
			if (acts >= (cost[index] ?? Number.POSITIVE_INFINITY)) return index;
			cost[index] = acts;
			arrival[index] = by;
			settled[index] = false;
			while (buckets.length <= acts) buckets.push([]);
			buckets[acts]?.push(index);
			return index;
		},
		next(): number | undefined {
			while (cheapest < buckets.length) {
				const index = buckets[cheapest]?.pop();
				if (index === undefined) cheapest += 1;
				else if (!settled[index]) {
					settled[index] = true;
					return index;
				}
			}
			return undefined;
		},
	};
}

/** What each process may do at each of its nodes: nothing where it does not matter to the focus. */
function macrosOf({ processes }: Model, { focus, tops, shapeOf }: Interest): readonly Macro[][][] {
	return processes.map(({ top, nodes }, index) => {
		if (!tops.has(top)) return [];
		if (index !== focus) return shapeOf(index).macros;
		return nodes.map(({ edges }) => edges.map((edge) => ({ quiet: [], edge })));
	});
}

type See = (process: number, macro: Macro, moved: Moved) => void;
type Onward = { macros: readonly Macro[][][]; elsewhere: readonly Macro[]; see: See };

function lookOnward(model: Model, state: State, { macros, elsewhere, see }: Onward): void {
	if (isClosed(model, state)) return;
	for (let process = 0; process < macros.length; process += 1) {
		for (const macro of macros[process]?.[state[process] ?? -1] ?? none) {
			play(model, state, process, macro, see);
		}
	}
	if (model.dormant.size > 0) finishGroups(model, state, see);
	for (const macro of elsewhere) play(model, state, macro.story?.[0]?.process ?? 0, macro, see);
}

const none: readonly Macro[] = [];

/** Groups that wait for dormant tracks only. */
function finishGroups(model: Model, state: State, see: See): void {
	for (const index of model.hosts) {
		const group = model.processes[index]?.nodes[state[index] ?? -1]?.group;
		const moved = group && finish(model, state, group);
		if (!group || !moved) continue;
		const waited = group.tracks.filter((track) => state[track] !== 0);
		const story = waited.flatMap((track) => model.dormant.get(track) ?? []);
		const last = story[story.length - 1];
		if (last) see(last.process, { quiet: [], edge: last.edge, story }, moved);
	}
}

function play(model: Model, state: State, process: number, macro: Macro, see: See): void {
	const { quiet, edge } = macro;
	if (!mayTake(model, state, edge)) return;
	const node = quiet.at(-1)?.to.node ?? state[process] ?? 0;
	for (const moved of take(model, state, { process, node }, edge)) see(process, macro, moved);
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
