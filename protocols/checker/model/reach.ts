import type { Exploration, Step } from "./explore.ts";

/** The states from which some step that counts can still be taken, by steps of one kind only. */
export function canStill(
	{ states, steps }: Exploration,
	{ by, goal }: { by(step: Step): boolean; goal(step: Step): boolean },
): boolean[] {
	const usable = steps.filter(by);
	const into = stepsInto(states.length, usable);
	const can = states.map(() => false);
	const open = usable.filter(goal).map(({ from }) => from);
	for (let next = open.pop(); next !== undefined; next = open.pop()) {
		if (can[next]) continue;
		can[next] = true;
		for (let at = into.latest[next] ?? -1; at !== -1; at = into.former[at] ?? -1) {
			const { from } = usable[at] as Step;
			if (!can[from]) open.push(from);
		}
	}
	return can;
}

/** The steps into each state as chains, from the latest back: a list for each would be most of the work. */
function stepsInto(size: number, steps: readonly Step[]) {
	const latest = new Int32Array(size).fill(-1);
	const former = steps.map(({ to }, index) => {
		const before = latest[to];
		latest[to] = index;
		return before;
	});
	return { latest, former };
}

/** Which of some links lie on a cycle of links: both ends in one strongly connected part. */
export function onCycles<Link extends { from: number; to: number }>(
	size: number,
	links: readonly Link[],
): Link[] {
	if (links.length === 0) return [];
	const onward: number[][] = Array.from({ length: size }, () => []);
	for (const { from, to } of links) onward[from]?.push(to);
	const component = components(onward);
	return links.filter(({ from, to }) => component[from] === component[to]);
}

/**
 * The strongly connected part of each place, without recursion: once forwards for the order in which
 * places are left, once backwards from the last one left.
 *
 * @see M. Sharir, "A strong-connectivity algorithm and its applications in data flow analysis",
 *   Computers and Mathematics with Applications 7(1), 1981
 */
function components(onward: readonly number[][]): number[] {
	const backward: number[][] = onward.map(() => []);
	for (const [from, targets] of onward.entries()) {
		for (const to of targets) backward[to]?.push(from);
	}
	const part = onward.map(() => -1);
	for (const root of leavingOrder(onward).reverse()) {
		const open = [root];
		for (let at = open.pop(); at !== undefined; at = open.pop()) {
			if (part[at] !== -1) continue;
			part[at] = root;
			open.push(...(backward[at] ?? []));
		}
	}
	return part;
}

/** Every place, in the order in which a walk is done with it. */
function leavingOrder(onward: readonly number[][]): number[] {
	const order: number[] = [];
	const seen = onward.map(() => false);
	const open = [...onward.keys()].map((at) => ({ at, leaves: false }));
	for (let next = open.pop(); next; next = open.pop()) {
		const { at, leaves } = next;
		if (leaves) order.push(at);
		if (leaves || seen[at]) continue;
		seen[at] = true;
		open.push({ at, leaves: true });
		open.push(...(onward[at] ?? []).map((to) => ({ at: to, leaves: false })));
	}
	return order;
}
