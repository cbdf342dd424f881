import type { PlacedStep } from "#protocols/language/places.ts";
import type { Exploration } from "./explore.ts";

/** The steps of the process that is looked at, with the node of each. */
export function ownSteps({ model, focus }: Exploration): { placed: PlacedStep; node: number }[] {
	const nodes = model.processes[focus]?.nodes ?? [];
	return nodes.flatMap(({ step }, node) => (step ? [{ placed: step, node }] : []));
}

/** The node at which a step of an exploration was taken. */
export function nodeOf({ model, states }: Exploration, step: { from: number; process: number }) {
	return model.processes[step.process]?.nodes[states[step.from]?.[step.process] ?? 0];
}
