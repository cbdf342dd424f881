import { type Act, leavesNothing, type Shape } from "./inert.ts";
import type { Model, Process } from "./model.ts";

/** The acts that bring a track from its start to its end. */
export type Dormant = ReadonlyMap<number, Act[]>;

/**
 * The tracks that need not be followed around a focus: whatever happens in them is quiet, leads
 * nowhere else, and they can always end. Where their group waits for nothing else, they end in one
 * move. One track of each group stays awake.
 */
export function dormantTracks(
	model: Model,
	focus: number,
	shapeOf: (process: number) => Shape,
): Dormant {
	const followed = new Set(enclosing(model, focus));
	const dormant = new Map<number, Act[]>();
	const groups = model.processes.flatMap(({ nodes }) => nodes.flatMap(({ group }) => group ?? []));
	for (const { tracks } of groups) {
		const asleep = tracks.filter(
			(track) => !followed.has(track) && onlyEnds(model, track, shapeOf(track)),
		);
		const awake = asleep.length === tracks.length ? 1 : 0;
		for (const track of asleep.slice(awake)) dormant.set(track, wayToEnd(model, track));
	}
	return dormant;
}

function* enclosing({ processes }: Model, focus: number): Generator<number> {
	for (let at: number | undefined = focus; at !== undefined; at = processes[at]?.within?.process) {
		yield at;
	}
}

/** From each node, the one thing that can be noticed is the end. */
function onlyEnds(model: Model, index: number, { classOf, macros }: Shape): boolean {
	const { nodes, start } = model.processes[index] as Process;
	const started = macros[start] ?? [];
	return (
		nodes.every((_, node) => node === 0 || classOf[node] === classOf[start]) &&
		started.length > 0 &&
		started.every(({ edge }) => edge.to.node === 0 && leavesNothing(model, index, edge))
	);
}

function wayToEnd({ processes }: Model, process: number): Act[] {
	const { nodes, start } = processes[process] as Process;
	const ways = new Map<number, Act[]>([[start, []]]);
	for (const [node, way] of ways) {
		if (node === 0) return way;
		for (const edge of nodes[node]?.edges ?? []) {
			if (edge.to.process !== process || ways.has(edge.to.node)) continue;
			ways.set(edge.to.node, [...way, { process, node, edge }]);
		}
	}
	return [];
}
