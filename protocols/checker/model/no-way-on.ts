import type { Exploration, Step } from "./explore.ts";
import { canStill } from "./reach.ts";
import { isClosed } from "./state.ts";

/** Whether the course can still be closed, or the interruption still end, by its own outcomes. */
export function safeStates(exploration: Exploration): boolean[] {
	const { model, focus, states } = exploration;
	const top = model.processes[focus]?.top ?? model.course;
	const over = (index: number) => {
		const state = states[index] ?? [];
		return isClosed(model, state) || (top !== model.course && state[top] === 0);
	};
	const can = canStill(exploration, {
		by: (step) => isOwn(exploration, step),
		goal: ({ to }) => over(to),
	});
	return can.map((still, index) => still || over(index));
}

/** An outcome of the region that is looked at, not an interruption that somebody raises. */
export function isOwn({ model, focus }: Exploration, { process, macro }: Step): boolean {
	const top = model.processes[focus]?.top;
	return !macro.away && macro.edge.kind === "outcome" && model.processes[process]?.top === top;
}

/** For each outcome of the focus after which all is lost, the step that shows it first. */
export function culprits(exploration: Exploration): Step[] {
	const safe = safeStates(exploration);
	const first = new Map<string, Step>();
	for (const step of exploration.steps) {
		if (step.process !== exploration.focus || !isOwn(exploration, step)) continue;
		if (!safe[step.from] || safe[step.to]) continue;
		const key = `${exploration.states[step.from]?.[step.process]}:${step.macro.edge.code}`;
		const known = first.get(key);
		const cost = (one: Step) => exploration.cost[one.from] ?? 0;
		if (!known || cost(step) < cost(known)) first.set(key, step);
	}
	return [...first.values()];
}

/** Whether a situation is lost from the first moment. */
export function lostFromTheStart(exploration: Exploration): boolean {
	const safe = safeStates(exploration);
	return safe.slice(0, exploration.beginnings).some((one) => !one);
}

/**
 * The steps of the focus that stay open for good: neither they nor anything else in the situation
 * can be answered so that they are left for another place, short of an interruption that leads the course away.
 */
export function stuckAt(exploration: Exploration, node: number): number[] {
	const { focus, states } = exploration;
	const leads = ({ macro }: Step) => macro.away || macro.edge.leads !== undefined;
	const can = canStill(exploration, {
		by: (step) => !leads(step),
		goal: ({ from, to, process, macro }) => {
			if (states[from]?.[focus] !== node) return false;
			const answered = process === focus && macro.edge.to.node !== node;
			return answered || states[to]?.[focus] !== node;
		},
	});
	return states.flatMap((state, index) => (state[focus] === node && !can[index] ? [index] : []));
}
