import { expect, test } from "vitest";
import { type CompiledProtocol, compileProtocol } from "#protocols/compiler/compile.ts";
import type { Places } from "#protocols/language/places.ts";
import { checkProtocol } from "./check-protocol.ts";
import type { Finding, FindingCode } from "./finding.ts";
import { exploreFully } from "./full-exploration.for-tests.ts";
import { depthOfSteps, fullVerdicts } from "./full-verdicts.for-tests.ts";
import { analyse } from "./model/analysis.ts";
import { wayToStep } from "./model/way-to-step.ts";
import { randomProtocol } from "./random-protocol.for-tests.ts";

/** `npm run checker` looks at a thousand; the ordinary run at fewer of the same. */
const count = Number(process.env.CHECKER_PROTOCOLS ?? 150);
const batch = 25;
const batches = Array.from({ length: Math.ceil(count / batch) }, (_, index) => index);

test.each(batches)("the structure says what every state says, as shortly: batch %i", (index) => {
	for (let seed = index * batch; seed < (index + 1) * batch; seed += 1) {
		const compiled = compileProtocol(randomProtocol(seed));
		const full = exploreFully(compiled, 4000);
		if (!full.complete) continue;

		const findings = checkProtocol(compiled);

		const expected = fullVerdicts(compiled, full);
		const said = Object.fromEntries(
			Object.keys(expected).map((code) => [code, namesOf(compiled, findings, code as FindingCode)]),
		);
		expect({ seed, ...said }).toEqual({ seed, ...sortedAll(expected) });
		expect({ seed, ...waysFound(compiled) }).toEqual({
			seed,
			...Object.fromEntries(depthOfSteps(full)),
		});
	}
});

/** How many moves it takes to open each step that can be opened. */
function waysFound(compiled: CompiledProtocol): Record<string, number> {
	const analysis = analyse(compiled);
	return Object.fromEntries(
		[...compiled.places.steps.keys()].flatMap((step) => {
			const { way } = wayToStep(analysis, step);
			return way ? [[step, way.length]] : [];
		}),
	);
}

function namesOf(
	{ places }: CompiledProtocol,
	findings: readonly Finding[],
	code: FindingCode,
): string[] {
	const own = findings.filter((finding) => finding.code === code);
	return [...new Set(own.map((finding) => nameIn(places, finding)))].sort();
}

/** What full exploration calls it: the step, its outcome, or the place in which steps turn. */
function nameIn(places: Places, { code, part, path }: Finding): string {
	if (part.kind === "protocol") return "protocol";
	const placed = places.steps.get(part.id);
	if (!placed) return part.id;
	const { container, step } = placed;
	if (code === "endless-loop") return container.kind === "phase" ? "course" : container.id;
	const ofOutcome = code === "trap" || code === "outcome-never-used";
	return ofOutcome ? `${part.id}.${step.outcomes[Number(path.at(-1))]?.code}` : part.id;
}

function sortedAll(verdicts: Record<string, string[]>): Record<string, string[]> {
	return Object.fromEntries(
		Object.entries(verdicts).map(([code, names]) => [code, [...new Set(names)].sort()]),
	);
}
