import { openSteps } from "#protocols/casework/situation.ts";
import type { Scenario } from "#protocols/catalogue/scenario.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { type Refused, type Simulation, simulate } from "./simulate.ts";
import type { Told } from "./telling.ts";
import type { Why } from "./why.ts";
import type { Setting } from "./world.ts";

/** What a scenario says and where it should end. */
export type Runnable = Pick<Scenario, "opensWith" | "acts" | "ends">;

/** A scenario played anew: whether it still holds, and if not, where it broke. */
export type ScenarioRun<Scenario extends Runnable = Runnable> = {
	scenario: Scenario;
	simulation: Simulation;
	broken: Refused | undefined;
};

/** Plays saved scenarios under a protocol as it is now, each by itself. */
export function runScenarios<Scenario extends Runnable>(
	compiled: CompiledProtocol,
	scenarios: readonly Scenario[],
	setting?: Setting,
): ScenarioRun<Scenario>[] {
	return scenarios.map((scenario) => {
		const simulation = simulate(compiled, scenario, setting);
		return {
			scenario,
			simulation,
			broken: simulation.refused ?? endingElsewhere(simulation, scenario),
		};
	});
}

/** Where a story stands: the end of a scenario that is saved from it. */
export function endOfStory({ situation }: Told): Scenario["ends"] {
	return { closed: situation.status === "closed", open: [...openSteps(situation)].sort() };
}

function endingElsewhere({ told }: Simulation, { acts, ends }: Runnable): Refused | undefined {
	if (!told) return undefined;
	const { closed, open } = endOfStory(told);
	const same = closed === ends.closed && open.join() === [...ends.open].sort().join();
	const why: Why = { code: "ends-elsewhere", closed, open };
	return same ? undefined : { act: acts.length, why };
}
