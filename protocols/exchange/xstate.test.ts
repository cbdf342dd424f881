import { describe, expect, test } from "vitest";
import { createMachine, initialTransition, transition } from "xstate";
import type { SituationEvent } from "#protocols/casework/events.ts";
import { playScenario } from "#protocols/casework/scenario-stage.ts";
import { catalogue } from "#protocols/catalogue/catalogue.ts";
import type { ProtocolEvent } from "#protocols/compiler/catalogue-of-names.ts";
import { compiledModels } from "#protocols/compiler/compiled-models.ts";
import { outcomeEvent, raiseEvent, recordEvent } from "#protocols/compiler/machine-config.ts";
import { xstateFile } from "./xstate-file.ts";
import { readXstate } from "./xstate-read.ts";

const monday = Date.UTC(2026, 8, 7, 8);

describe.each(compiledModels)("the XState JSON of %s", (id, compiled) => {
	const parsed = JSON.parse(xstateFile(compiled));

	test("is JSON that createMachine takes, and behaves like ours through every scenario", () => {
		const machine = createMachine(parsed).provide(compiled.machine.implementations as never);
		const scenarios = catalogue.find((model) => model.id === id)?.scenarios ?? [];
		for (const scenario of scenarios) {
			const { events } = playScenario(compiled.protocol, scenario, monday);
			const heard = events.flatMap((event) => machineEvent(event) ?? []);
			let [ours] = initialTransition(compiled.machine);
			let [theirs] = initialTransition(machine);
			for (const event of heard) {
				[ours] = transition(compiled.machine, ours, event);
				[theirs] = transition(machine, theirs, event as never);
				expect(theirs.value, `${scenario.id}: ${event.type}`).toEqual(ours.value);
				expect(theirs.context).toEqual(ours.context);
			}
			expect(heard.length, scenario.id).toBeGreaterThan(0);
		}
	});

	test("names every guard, action and delay, and holds no function", () => {
		const names = namesIn(parsed);
		const { guards, actions, delays } = compiled.machine.implementations;

		for (const name of names) {
			expect([guards, actions, delays].some((known) => Object.hasOwn(known, name))).toBe(true);
		}
	});

	test("reads back as the same protocol", () => {
		expect(readXstate(parsed)).toEqual({ ok: true, protocol: compiled.protocol });
	});
});

describe("a machine that was changed elsewhere", () => {
	const [[, compiled] = []] = compiledModels;
	if (!compiled) throw new Error("The catalogue is empty.");
	const changed = (change: (machine: ReturnType<typeof JSON.parse>) => void) => {
		const machine = JSON.parse(xstateFile(compiled));
		change(machine);
		return readXstate(machine);
	};
	const [phase] = compiled.protocol.phases;
	const [step] = phase.steps;
	if (!step) throw new Error("The phase is empty.");
	const stateOf = (machine: ReturnType<typeof JSON.parse>) =>
		machine.states.course.states[phase.id].states[step.id];

	test("leads where it was changed to lead", () => {
		const [outcome] = step.outcomes;
		const event = outcomeEvent(step.id, outcome?.code ?? "");
		const other = phase.steps.at(-1)?.id ?? "";

		const read = changed((machine) => {
			stateOf(machine).on[event][0].target = `#${other}`;
		});

		expect(read.ok && read.protocol.phases[0].steps[0]?.outcomes[0]?.to).toBe(other);
	});

	test("is refused by name where it says something that no protocol says", () => {
		const read = changed((machine) => {
			stateOf(machine).invoke = { src: "fetchSomething" };
		});

		expect(read.ok ? [] : read.issues.map(({ code, path }) => [code, path.at(-1)])).toEqual([
			["not-understood", "invoke"],
		]);
	});

	test("is refused at the state, where its protocol is not sound", () => {
		const read = changed((machine) => {
			stateOf(machine).meta.role = "nobody";
		});

		expect(read.ok ? [] : read.issues.map(({ path }) => path)).toContainEqual([
			"states",
			"course",
			"states",
			phase.id,
			"states",
			step.id,
			"meta",
			"role",
		]);
	});
});

function machineEvent(event: SituationEvent): ProtocolEvent | undefined {
	if (event.type === "step-answered") {
		return { type: outcomeEvent(event.step, event.outcome), answers: event.answers };
	}
	if (event.type === "handoff-prepared") return { type: recordEvent, answers: event.answers };
	if (event.type === "interruption-raised") return { type: raiseEvent(event.interruption) };
	return undefined;
}

/** Every name that a machine calls: of guards and actions by their type, of delays by their key. */
function namesIn(value: unknown, key = ""): string[] {
	if (Array.isArray(value)) return value.flatMap((item) => namesIn(item, key));
	if (value === null || typeof value !== "object") return [];
	const own = Object.entries(value).flatMap(([name, part]) => {
		if (name === "meta" || name === "context") return [];
		return name === "params" ? namesIn(part, "params") : namesIn(part, name);
	});
	const type = "type" in value && typeof value.type === "string" ? value.type : undefined;
	const called = ["guard", "actions", "entry", "exit", "of", "params"].includes(key) && type;
	return [...(called ? [called] : []), ...(key === "after" ? Object.keys(value) : []), ...own];
}
