import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { exampleScenarios } from "#protocols/catalogue/example/scenarios.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import { brokenPromises } from "./invariants.ts";
import { replay } from "./replay.ts";
import { playScenario } from "./scenario-stage.ts";
import { openSteps } from "./situation.ts";

const monday = Date.UTC(2026, 8, 7, 8);

test.each(exampleScenarios)("the example allows: $id", (scenario) => {
	const { situation, events } = playScenario(example(), scenario, monday);

	expect(situation.status).toBe(scenario.ends.closed ? "closed" : "open");
	expect([...openSteps(situation)].sort()).toEqual([...scenario.ends.open].sort());
	expect(brokenPromises(situation)).toEqual([]);
	const again = replay(situation.compiled, events);
	expect(again.clocks).toEqual(situation.clocks);
	expect(again.holders).toEqual(situation.holders);
});

function example() {
	const text = readFileSync(new URL("../catalogue/example/protocol.json", import.meta.url), "utf8");
	const read = readProtocol(JSON.parse(text));
	if (!read.ok) throw new Error(JSON.stringify(read.issues));
	return read.protocol;
}
