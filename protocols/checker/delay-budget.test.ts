import { expect, test } from "vitest";
import { compileProtocol } from "#protocols/compiler/compile.ts";
import { compiledModels } from "#protocols/compiler/compiled-models.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { delayBudget } from "./delay-budget.ts";
import { ceilingsOf } from "./legal-ceilings.ts";

test("the budget of a milestone names the slowest way and adds its delays up by unit", () => {
	const contact = delayBudget(example()).find(({ milestone }) => milestone === "first-contact");

	expect(contact).toEqual({
		milestone: "first-contact",
		path: ["receive-sign", "watch", "send-concern", "first-analysis", "first-contact"],
		worst: {
			// 1 + 1 to decide + 2 + 5; 8 to send and 4 to acknowledge; twice 15.
			sums: { "working-days": 9, "working-hours": 12, "calendar-days": 30 },
			roughDays: 44.1,
		},
		promised: { n: 10, unit: "working-days" },
		ceilings: [],
		exceeded: true,
	});
});

test("a promise that the slowest way keeps is not exceeded", () => {
	const { protocol } = example();
	const promises = [{ milestone: "closure", within: { n: 1000, unit: "calendar-days" } }] as const;

	const budget = delayBudget(compileProtocol({ ...protocol, promises: [...promises] }));

	expect(budget.find(({ milestone }) => milestone === "closure")?.exceeded).toBe(false);
});

test("a milestone that no step reaches has no way", () => {
	const { protocol } = example();
	const calm: Protocol = { ...protocol, interruptions: [] };

	const [, protection] = delayBudget(compileProtocol(calm));

	expect(protection).toMatchObject({ milestone: "first-protection", path: [], worst: undefined });
});

test("a step falls under the ceilings of the texts that it cites", () => {
	const step = example().places.steps.get("first-analysis")?.step;
	if (!step) throw new Error("The example has a first analysis.");
	const cited = { ...step, delay: { ...step.delay, reference: "plafond : CASF D226-2-4" } };

	expect(ceilingsOf(step)).toEqual([]);
	expect(ceilingsOf(cited).map(({ reference }) => reference)).toEqual(["CASF D226-2-4"]);
});

function example() {
	const first = compiledModels[0]?.[1];
	if (!first) throw new Error("The catalogue is empty.");
	return first;
}
