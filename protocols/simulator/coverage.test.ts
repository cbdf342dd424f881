import { expect, test } from "vitest";
import type { Act } from "#protocols/catalogue/scenario.ts";
import { coverageOf } from "./coverage.ts";
import { compiledModel } from "./models.for-tests.ts";
import { runScenarios } from "./run-scenarios.ts";
import { simulate } from "./simulate.ts";

const { compiled, scenarios } = compiledModel("example");

test("no story visits nothing; each step and outcome is missed once, in reading order", () => {
	const { steps, outcomes } = coverageOf(compiled, []);

	expect([steps.visited, steps.percent, outcomes.percent]).toEqual([0, 0, 0]);
	expect(steps.missed).toEqual([...compiled.places.steps.keys()]);
	expect(outcomes.missed).toHaveLength(outcomes.all);
});

test("a story visits the steps that it opens and the outcomes that are given in it", () => {
	const told = { concern_level: "L2_RISK", information_given: ["MINOR_YES", "HOLDERS_YES"] };
	const acts: Act[] = [{ by: "spotter", answers: "receive-sign", outcome: "RISK", with: told }];

	const { steps, outcomes } = coverageOf(compiled, [simulate(compiled, { acts })]);

	expect(steps.visited).toBe(2);
	expect(steps.missed).not.toContain("send-concern");
	expect(outcomes.visited).toBe(1);
	expect(outcomes.missed).not.toContainEqual({ step: "receive-sign", outcome: "RISK" });
});

test("what a handoff answers counts, and the percentage is of everything together", () => {
	const simulations = runScenarios(compiled, scenarios).map(({ simulation }) => simulation);

	const { steps, outcomes } = coverageOf(compiled, simulations);

	expect(outcomes.missed).not.toContainEqual({ step: "send-concern", outcome: "ACCEPTED" });
	expect(steps.percent).toBe(Math.floor((100 * steps.visited) / steps.all));
	expect(steps.visited + steps.missed.length).toBe(steps.all);
	expect(steps.percent).toBeGreaterThan(80);
});
