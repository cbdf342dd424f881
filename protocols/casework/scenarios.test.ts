import { expect, test } from "vitest";
import { catalogue } from "#protocols/catalogue/catalogue.ts";
import type { Scenario } from "#protocols/catalogue/scenario.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import { brokenPromises } from "./invariants.ts";
import { replay } from "./replay.ts";
import { playScenario } from "./scenario-stage.ts";
import { openSteps } from "./situation.ts";

const monday = Date.UTC(2026, 8, 7, 8);

const stories: [string, unknown, Scenario][] = catalogue.flatMap(({ id, document, scenarios }) =>
	scenarios.map((scenario): [string, unknown, Scenario] => [
		`${id} allows: ${scenario.id}`,
		document,
		scenario,
	]),
);

test.each(stories)("%s", (_, document, scenario) => {
	const { situation, events } = playScenario(protocolIn(document), scenario, monday);

	expect(situation.status).toBe(scenario.ends.closed ? "closed" : "open");
	expect([...openSteps(situation)].sort()).toEqual([...scenario.ends.open].sort());
	expect(brokenPromises(situation)).toEqual([]);
	const again = replay(situation.compiled, events);
	expect(again.clocks).toEqual(situation.clocks);
	expect(again.holders).toEqual(situation.holders);
});

function protocolIn(document: unknown) {
	const read = readProtocol(document);
	if (!read.ok) throw new Error(JSON.stringify(read.issues));
	return read.protocol;
}
