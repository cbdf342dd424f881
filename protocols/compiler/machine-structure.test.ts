import { expect, test } from "vitest";
import { type AnyStateNode, createMachine, initialTransition, transition } from "xstate";
import { catalogue } from "#protocols/catalogue/catalogue.ts";
import { changedExample } from "#protocols/language/changed-example.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import { compileProtocol } from "./compile.ts";
import type { MachineConfig, StateConfig } from "./machine-config.ts";

const protocols = catalogue.map(({ id, document }) => ({ id, compiled: compiled(document) }));

test.each(protocols)("$id opens in plain XState 5 from its JSON, as it is", ({ compiled: own }) => {
	const opened = createMachine(JSON.parse(JSON.stringify(own.config)));

	expect(JSON.parse(JSON.stringify(own.config))).toEqual(own.config);
	expect(spelled(opened.root)).toEqual(spelled(own.machine.root));
});

test.each(protocols)("$id has no dot in a name and no name twice", ({ compiled: { config } }) => {
	const ids = [...statesOf(config)].map(({ id }) => id);

	expect(ids.filter((id) => id.includes("."))).toEqual([]);
	expect(new Set(ids).size).toBe(ids.length);
});

test.each(protocols)("$id hears each outcome of each step", ({ compiled: own }) => {
	const steps = [...own.places.steps.values()].map(({ step }) => step);
	const outcomes = steps.flatMap(({ id, outcomes }) => outcomes.map(({ code }) => `${id}.${code}`));

	expect(own.machine.events).toEqual(expect.arrayContaining(outcomes));
});

test.each(protocols)("$id names only guards and actions of the catalogue", ({ compiled: own }) => {
	const { guards, actions } = own.machine.implementations;

	const named = namesIn(own.config);

	expect([...named.guards].filter((name) => !(name in guards))).toEqual([]);
	expect([...named.actions].filter((name) => !(name in actions))).toEqual([]);
	expect(Object.keys(guards).sort()).toEqual([
		"every",
		"factIn",
		"isOpen",
		"reached",
		"roundsLeft",
	]);
	expect(Object.keys(actions).sort()).toEqual([
		"beginGroup",
		"enterStep",
		"leaveStep",
		"markOverdue",
		"recordAnswers",
	]);
});

test.each(protocols)("$id holds no code: its machine is data", ({ compiled: { config } }) => {
	expect(valuesIn(config).filter((value) => typeof value === "function")).toEqual([]);
});

test("the root is parallel: the course, and a region for each interruption that waits", () => {
	const { machine } = compiled(changedExample());

	const [snapshot] = initialTransition(machine);

	expect(machine.root.type).toBe("parallel");
	expect(snapshot.value).toEqual({
		course: { identification: "receive-sign" },
		"immediate-danger": "idle",
		runaway: "idle",
	});
});

test("a phase is compound, a group parallel, a track compound with an end, a step a leaf", () => {
	const { config } = compiled(changedExample());

	const byId = new Map([...statesOf(config)].map((state) => [state.id, state]));

	expect(byId.get("accompaniment")).toMatchObject({ initial: "support" });
	expect(byId.get("support")).toMatchObject({ type: "parallel", onDone: { target: "#close" } });
	expect(byId.get("care")).toMatchObject({ initial: "ask-care" });
	expect(byId.get("care")?.states?.end).toEqual({ id: "care@end", type: "final" });
	expect(byId.get("review")?.states).toBeUndefined();
	expect(byId.get("review")?.meta).toEqual({
		kind: "review",
		title: { fr: "Point d'étape", en: "Review" },
		role: "lead",
	});
});

test.each(["review", "runaway", "support"])(
	"a protocol may have the name of one of its parts: %s",
	(name) => {
		const own = compiled(changedExample({ at: ["id"], becomes: name }));

		const reviewed = ["raise.runaway", "keep-bond.RETURNED", "welcome.REPLAN", "first-contact.DONE"]
			.map((type) => ({ type }))
			.reduce(
				(snapshot, event) => transition(own.machine, snapshot, event)[0],
				initialTransition(own.machine)[0],
			);

		expect(reviewed.value).toEqual({
			course: { accompaniment: { support: { safety: "review", care: "ask-care" } } },
			"immediate-danger": "idle",
			runaway: "idle",
		});
	},
);

function compiled(document: unknown) {
	const read = readProtocol(document);
	if (!read.ok) throw new Error(JSON.stringify(read.issues));
	return compileProtocol(read.protocol);
}

function* statesOf(state: StateConfig): Generator<StateConfig> {
	yield state;
	for (const inner of Object.values(state.states ?? {})) yield* statesOf(inner);
}

/** A state node as XState reads it: type, targets by id, and what it names. */
function spelled(node: AnyStateNode): unknown {
	const transitions = [...node.transitions.values()].flat();
	return {
		id: node.id,
		type: node.type,
		transitions: transitions.map(({ eventType, target, guard, actions, reenter }) => ({
			eventType,
			targets: target?.map(({ id }) => id),
			guard,
			actions: actions.map(spelledAction),
			reenter,
		})),
		entry: node.entry.map(spelledAction),
		exit: node.exit.map(spelledAction),
		states: Object.values(node.states).map(spelled),
	};
}

/** XState writes delays as functions that carry what they raise or cancel. */
function spelledAction(action: unknown): unknown {
	return typeof action === "function" ? { ...action } : action;
}

/** What a configuration names: the guards of its transitions, and every action. */
function namesIn(config: MachineConfig) {
	const states = [...statesOf(config)];
	const transitions = states.flatMap(({ on = {}, after = {}, onDone }) => [
		...Object.values(on).flat(),
		...Object.values(after),
		...(onDone ? [onDone] : []),
	]);
	const actions = [
		...states.flatMap(({ entry = [], exit = [] }) => [...entry, ...exit]),
		...transitions.flatMap(({ actions = [] }) => actions),
	];
	return {
		guards: new Set(transitions.flatMap(({ guard }) => guardNames(guard))),
		actions: new Set(actions.map(({ type }) => type)),
	};
}

function guardNames(guard: unknown): string[] {
	return valuesIn(guard).flatMap((part) =>
		part !== null && typeof part === "object" && "type" in part ? [String(part.type)] : [],
	);
}

function valuesIn(part: unknown): unknown[] {
	if (part === null || typeof part !== "object") return [part];
	return [part, ...Object.values(part).flatMap(valuesIn)];
}
