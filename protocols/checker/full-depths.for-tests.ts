import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import type { Finding } from "./finding.ts";
import { choices, conditionHolds, type Full } from "./full-exploration.for-tests.ts";
import { depthOfSteps, depthOfTraps, stuckStates } from "./full-verdicts.for-tests.ts";

/** The fewest moves that show a finding, from every state of the real machine; undefined where it is not a matter of moves. */
export function leastDepth(
	compiled: CompiledProtocol,
	full: Full,
	{ code, part, path }: Finding,
): number | undefined {
	const { places } = compiled;
	const id = part.kind === "protocol" ? "" : part.id;
	switch (code) {
		case "trap": {
			const outcome = places.steps.get(id)?.step.outcomes[Number(path.at(-1))];
			return depthOfTraps(compiled, full).get(`${id}.${outcome?.code}`);
		}
		case "tracks-wait-for-each-other":
			return Math.min(...stuckStates(full, id).map((state) => full.depth[state] ?? 0));
		case "group-never-completes":
			return first(full, ({ value }) => JSON.stringify(value).includes(`"${id}":`));
		case "silent-side":
		case "refusal-without-way-out":
			return (depthOfSteps(full).get(id) ?? 0) + 1;
		case "runaway-without-return":
			return first(full, ({ value }) => (value as Record<string, unknown>)[id] !== "idle");
		case "incomplete-conditions":
			return whereHolding(compiled, full, id, (holding) => holding === 0);
		case "overlapping-conditions":
			return whereHolding(compiled, full, id, (holding) => holding > 1);
		default:
			return undefined;
	}
}

function first(full: Full, suits: (snapshot: Full["snapshots"][number]) => boolean): number {
	const depths = full.snapshots.flatMap((snapshot, index) =>
		suits(snapshot) ? [full.depth[index] ?? 0] : [],
	);
	return Math.min(...depths);
}

function whereHolding(
	compiled: CompiledProtocol,
	full: Full,
	id: string,
	suits: (holding: number) => boolean,
): number {
	const step = compiled.places.steps.get(id)?.step;
	return first(full, ({ context }) => {
		if (!context.open.includes(id)) return false;
		return choices(compiled, step?.questions ?? [], false).some((answers) =>
			suits(
				(step?.outcomes ?? []).filter(({ when }) => when && conditionHolds(when, context, answers))
					.length,
			),
		);
	});
}
