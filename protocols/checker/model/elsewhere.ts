import { type Exploration, type Step, treadsOf, wayTo } from "./explore.ts";
import type { Act, Macro } from "./inert.ts";
import type { Model } from "./model.ts";

/**
 * What an interruption that remembers nothing may do to the course: at any moment it can be raised,
 * run, and lead the course to one of a few places. Each of them is one move, with its shortest story.
 */
export function leadsOf(
	model: Model,
	top: number,
	around: (process: number) => Exploration,
): Macro[] {
	const shortest = new Map<string, Macro>();
	for (const index of leadingIn(model, top)) {
		const exploration = around(index);
		const steps = exploration.steps.filter(
			({ process, macro }) => process === index && macro.edge.leads,
		);
		for (const step of steps) {
			const story = storyTo(exploration, step);
			const key = JSON.stringify(step.macro.edge.leads);
			const known = shortest.get(key)?.story?.length ?? Number.POSITIVE_INFINITY;
			// The whole of it happens while the interruption is seen at rest: its own region does not move.
			const edge = { ...step.macro.edge, to: { process: top, node: 0 } };
			if (story.length < known) shortest.set(key, { quiet: [], edge, story, away: true });
		}
	}
	return [...shortest.values()];
}

/** The processes of an interruption in which some outcome leads the course elsewhere. */
function leadingIn({ processes }: Model, top: number): number[] {
	const leads = processes.map(
		(process) =>
			process.top === top && process.nodes.some(({ edges }) => edges.some((e) => e.leads)),
	);
	return leads.flatMap((one, index) => (one ? [index] : []));
}

function storyTo(exploration: Exploration, step: Step): Act[] {
	const treads = [...wayTo(exploration, step.from), ...treadsOf(exploration, step)];
	return treads.map(({ process, node, edge }) => ({ process, node, edge }));
}
