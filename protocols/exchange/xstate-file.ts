import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import type { StateConfig } from "#protocols/compiler/machine-config.ts";
import type { Container, Places } from "#protocols/language/places.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import type { Step } from "#protocols/language/step.ts";

/** What the JSON of a machine of ours calls itself, in the `meta` of its root. */
export const xstateFormat = "relais-xstate/1";

/** A state as it is written out: what the machine does, and in `meta` what people read. */
export type WrittenState = Omit<StateConfig, "meta" | "states"> & {
	context?: unknown;
	meta?: Record<string, unknown>;
	states?: Record<string, WrittenState>;
};

/**
 * The compiled machine as JSON that `createMachine` of XState 5 takes. Its guards, actions and
 * delays are names; whoever runs it provides them. What the machine does not need is in `meta`, so
 * that the protocol can be read back.
 */
export function xstateFile(compiled: CompiledProtocol): string {
	return `${JSON.stringify(xstateConfig(compiled), null, "\t")}\n`;
}

/** The same, before it is spelled. */
export function xstateConfig({ protocol, places, config }: CompiledProtocol): WrittenState {
	const states = Object.entries(config.states ?? {}).map(([key, state]) => {
		return [key, written(state, { protocol, places })] as const;
	});
	return { ...config, meta: rootMeta(protocol), states: Object.fromEntries(states) };
}

/** Whether a document calls itself a machine of ours. */
export function isXstateFile(document: unknown): boolean {
	return isRecord(document) && isRecord(document.meta) && document.meta.relais === xstateFormat;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
	return value !== null && typeof value === "object" && !Array.isArray(value);
}

function rootMeta({ phases: _, interruptions: __, id: ___, ...head }: Protocol) {
	return { relais: xstateFormat, ...head };
}

type Reading = { protocol: Protocol; places: Places };

function written(state: StateConfig, reading: Reading): WrittenState {
	const { states, meta: _, ...rest } = state;
	const meta = metaOf(state, reading);
	return {
		...rest,
		...(meta ? { meta } : {}),
		...(states ? { states: inner(states, reading) } : {}),
	};
}

function inner(states: Record<string, StateConfig>, reading: Reading) {
	return Object.fromEntries(
		Object.entries(states).map(([key, state]) => [key, written(state, reading)]),
	);
}

function metaOf({ id }: StateConfig, { protocol, places }: Reading) {
	const placed = places.steps.get(id);
	if (placed) return stepMeta(placed.step);
	const group = places.groups.get(id)?.group;
	if (group) return { kind: "group", title: group.title, completes: group.completes };
	const container = places.containers.find((one) => one.id === id);
	return container ? containerMeta(container, protocol) : undefined;
}

function containerMeta(container: Container, protocol: Protocol) {
	const { kind, id, steps, groups, within } = container;
	const order = [...steps, ...groups].map((part) => part.id);
	if (kind === "phase") return { kind, order };
	if (kind === "track") {
		const { title, phase } = within?.group.tracks.find((track) => track.id === id) ?? {};
		return { kind, ...(title ? { title } : {}), ...(phase ? { phase } : {}), order };
	}
	const { title, raisedBy, clocks } =
		protocol.interruptions.find((interruption) => interruption.id === id) ?? {};
	return { kind, title, raisedBy, clocks, order };
}

/** All of a step but its name, and of its outcomes all but where they lead: the machine says that. */
function stepMeta({ id: _, outcomes, ...step }: Step) {
	return { ...step, outcomes: outcomes.map(({ to: __, ...outcome }) => outcome) };
}
