import type { Destination, Move } from "./drawing.ts";
import {
	closedState,
	endOfTrack,
	idleOf,
	type MachineConfig,
	raiseEvent,
	type StateConfig,
} from "./machine-config.ts";

/**
 * Every transition of the compiled machine as a move: by step its outcomes, by group its way on.
 * What an outcome raises, and where an interruption leads the course, is read from the regions
 * that hear it.
 */
export function readMoves(config: MachineConfig): ReadonlyMap<string, Move[]> {
	const { course, ...regions } = config.states ?? {};
	const places = new Map<string, Destination>([[closedState, { at: "closed", id: "" }]]);
	const states = [...Object.values(course?.states ?? {}), ...Object.values(regions)];
	for (const state of states) namePlaces(state, places);

	const raised = raisedBy(Object.values(regions));
	const moves = new Map<string, Move[]>();
	for (const state of states.flatMap((top) => [...within(top)])) {
		const own = movesOf(state, { places, raised, leads: course?.on ?? {} });
		if (own.length > 0) moves.set(state.id, own);
	}
	return moves;
}

type Names = {
	places: Map<string, Destination>;
	/** By event: the interruption that it raises. */
	raised: ReadonlyMap<string, string>;
	/** What the course hears. */
	leads: NonNullable<StateConfig["on"]>;
};

function* within(state: StateConfig): Generator<StateConfig> {
	yield state;
	for (const inner of Object.values(state.states ?? {})) yield* within(inner);
}

function namePlaces(top: StateConfig, places: Map<string, Destination>): void {
	for (const state of within(top)) {
		const { id, type } = state;
		if (!places.has(id)) places.set(id, { at: type === "parallel" ? "group" : "step", id });
		nameEnds(state, places);
	}
}

/** The end of a track and the rest of an interruption are states too, inside what they end. */
function nameEnds({ id, states }: StateConfig, places: Map<string, Destination>): void {
	for (const inner of Object.values(states ?? {})) {
		if (inner.id === endOfTrack(id)) places.set(inner.id, { at: "end", id });
		if (inner.id === idleOf(id)) places.set(inner.id, { at: "over", id });
	}
}

function raisedBy(regions: StateConfig[]): ReadonlyMap<string, string> {
	const raised = new Map<string, string>();
	for (const { id, on } of regions) {
		for (const [event, [heard]] of Object.entries(on ?? {})) {
			if (event !== raiseEvent(id) && heard?.target !== `#${idleOf(id)}`) raised.set(event, id);
		}
	}
	return raised;
}

function movesOf(state: StateConfig, { places, raised, leads }: Names): Move[] {
	const find = (target = "") => places.get(target.slice(1));
	if (state.type === "parallel") {
		const to = find(state.onDone?.target);
		return to ? [{ code: "", to }] : [];
	}
	if (!state.after) return [];
	return Object.entries(state.on ?? {}).flatMap(([event, [transition]]) => {
		const to = find(transition?.target);
		if (!to) return [];
		const led = find(leads[event]?.[0]?.target);
		const opens = raised.get(event);
		return {
			code: event.slice(state.id.length + 1),
			to: led && to.at === "over" ? { ...to, leads: led.id } : to,
			...(opens ? { raises: opens } : {}),
		};
	});
}
