import { checkProtocol } from "#protocols/checker/check-protocol.ts";
import { exploreFully } from "#protocols/checker/full-exploration.for-tests.ts";
import { depthOfSteps } from "#protocols/checker/full-verdicts.for-tests.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import type { Budget, Outcome, Size } from "./budget.ts";
import { entangledProtocol } from "./entangled-protocol.ts";
import { measured, ratio, shown } from "./measure.ts";

/** Budget 5: a protocol of 200 steps in 4 tracks is checked on its structure, never on the product. */
export const budget: Budget = {
	number: 5,
	title: "A protocol of 200 steps in 4 tracks is checked on its structure",
	run,
};

async function run(size: Size): Promise<Outcome> {
	const tiny = size === "tiny";
	const large = entangledProtocol(50);
	const half = entangledProtocol(25);
	const small = entangledProtocol(tiny ? 2 : 3);
	const agree = unreached(small).join() === unreachedInFull(small).join();
	const times = await measured(tiny ? 1 : 9, {
		whole: () => checkProtocol(large),
		halved: () => checkProtocol(half),
		product: () => exploreFully(small, 1_000_000),
	});
	const { whole, halved, product } = times;
	return {
		seen: [
			`checking 200 steps in 4 tracks: ${shown(whole)}`,
			`checking 100 steps in 4 tracks: ${shown(halved)}`,
			`every state of XState, ${small.places.steps.size - 6} steps in 4 tracks: ${shown(product)}`,
		],
		claims: [
			{
				kind: "answer",
				what: "the structure and every state agree on the small one",
				holds: agree,
			},
			{
				kind: "answer",
				what: "200 steps are checked whole",
				holds: large.places.steps.size >= 200 && isSeenWhole(large),
			},
			{
				kind: "ratio",
				what: `twice the steps take at most 8 times as long (${ratio(whole, halved).toFixed(2)})`,
				holds: ratio(whole, halved) <= 8,
			},
			{
				kind: "ratio",
				what: `200 steps take less than every state of the small one (${ratio(whole, product).toFixed(2)})`,
				holds: ratio(whole, product) < 1,
			},
		],
	};
}

function isSeenWhole(compiled: CompiledProtocol): boolean {
	return checkProtocol(compiled).every(({ code }) => code !== "too-entangled");
}

function unreached(compiled: CompiledProtocol): string[] {
	return checkProtocol(compiled).flatMap(({ code, part }) =>
		code === "unreachable-step" && part.kind === "step" ? [part.id] : [],
	);
}

function unreachedInFull(compiled: CompiledProtocol): string[] {
	const opened = depthOfSteps(exploreFully(compiled, 1_000_000));
	return [...compiled.places.steps.keys()].filter((step) => !opened.has(step));
}
