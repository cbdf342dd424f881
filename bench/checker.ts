import { checkProtocol } from "#protocols/checker/check-protocol.ts";
import { exploreFully } from "#protocols/checker/full-exploration.for-tests.ts";
import { depthOfSteps } from "#protocols/checker/full-verdicts.for-tests.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { entangledProtocol } from "./entangled-protocol.ts";
import { judge, type Measure, measured } from "./measure.ts";

const rounds = 9;
const large = entangledProtocol(50);
const half = entangledProtocol(25);
const small = entangledProtocol(3);

/** Budget 5: a protocol of 200 steps in 4 tracks is checked on its structure, never on the product. */
export function benchChecker(): boolean {
	const answersAgree = unreached(small).join() === unreachedInFull(small).join();
	const [whole, halved, product] = measured(rounds, [
		() => checkProtocol(large),
		() => checkProtocol(half),
		() => exploreFully(small, 1_000_000),
	]) as [Measure, Measure, Measure];
	say("checking 200 steps in 4 tracks", whole);
	say("checking 100 steps in 4 tracks", halved);
	say("every state of XState, 12 steps in 4 tracks", product);
	return judge([
		{ what: "the structure and every state agree on the small one", holds: answersAgree },
		{ what: "200 steps are checked whole", holds: isLarge(large) && isSeenWhole(large) },
		{
			what: `twice the steps take at most 8 times as long (${ratio(whole, halved)})`,
			holds: whole.median <= 8 * halved.median,
		},
		{
			what: `200 steps take less than every state of 12 (${ratio(whole, product)})`,
			holds: whole.median < product.median,
		},
	]);
}

const isLarge = ({ places }: CompiledProtocol) => places.steps.size >= 200;

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

const ratio = (left: Measure, right: Measure) => (left.median / right.median).toFixed(2);

function say(what: string, { median, least, most }: Measure): void {
	const ms = (time: number) => `${time.toFixed(1)} ms`;
	process.stdout.write(`${what}: median ${ms(median)} (${ms(least)} to ${ms(most)})\n`);
}

process.exitCode = benchChecker() ? 0 : 1;
