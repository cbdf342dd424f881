import { startsOf } from "#protocols/casework/starts.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import type { Simulation } from "./simulate.ts";

/** How much of something the stories reach. */
export type Reached<Item> = { all: number; visited: number; percent: number; missed: Item[] };

/** Which steps were opened, and which outcomes were given, by a number of stories. */
export type Coverage = {
	steps: Reached<string>;
	outcomes: Reached<{ step: string; outcome: string }>;
};

/** What stories visit of a protocol, also where they broke; what none visits, in reading order. */
export function coverageOf(
	{ places }: CompiledProtocol,
	simulations: readonly Simulation[],
): Coverage {
	const events = simulations.flatMap(({ told }) => told?.events ?? []);
	const entered = new Set(events.flatMap(({ clocks }) => startsOf(clocks)));
	const given = new Set(
		events.flatMap((event) =>
			event.type === "step-answered" ? [`${event.step} ${event.outcome}`] : [],
		),
	);
	const steps = [...places.steps.values()].map(({ step }) => step);
	const outcomes = steps.flatMap(({ id: step, outcomes }) =>
		outcomes.map(({ code: outcome }) => ({ step, outcome })),
	);
	return {
		steps: reached(
			steps.map(({ id }) => id),
			(id) => entered.has(id),
		),
		outcomes: reached(outcomes, ({ step, outcome }) => given.has(`${step} ${outcome}`)),
	};
}

/** Rounded down: only everything is a hundred per cent. */
function reached<Item>(all: Item[], isVisited: (item: Item) => boolean): Reached<Item> {
	const missed = all.filter((item) => !isVisited(item));
	const visited = all.length - missed.length;
	return { all: all.length, visited, percent: Math.floor((100 * visited) / all.length), missed };
}
