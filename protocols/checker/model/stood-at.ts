import type { Exploration } from "./explore.ts";
import type { Place } from "./model.ts";

/** Whether a process may ever stand at a node; taken for granted where not everything was seen. */
export function stoodAt({ states, complete }: Exploration, { process, node }: Place): boolean {
	return !complete || states.some((state) => state[process] === node);
}

/** The state in which a process stands at a node after the fewest acts. */
export function firstStateAt(
	{ states, cost }: Exploration,
	suits: (state: readonly number[], index: number) => boolean,
): number | undefined {
	let best: number | undefined;
	for (const [index, state] of states.entries()) {
		if (best !== undefined && (cost[index] ?? 0) >= (cost[best] ?? 0)) continue;
		if (suits(state, index)) best = index;
	}
	return best;
}
