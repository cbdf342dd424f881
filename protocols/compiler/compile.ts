import { roughMs } from "#protocols/language/delay.ts";
import { type Places, placesOf } from "#protocols/language/places.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { namedSetup } from "./catalogue-of-names.ts";
import { type MachineConfig, machineConfig } from "./machine-config.ts";

export type ProtocolMachine = ReturnType<typeof createProtocolMachine>;

/** A protocol ready to run: the document, where its parts stand, and the machine that executes it. */
export type CompiledProtocol = {
	protocol: Protocol;
	places: Places;
	config: MachineConfig;
	machine: ProtocolMachine;
};

/**
 * Turns a protocol into the machine that is drawn, checked, simulated, exported and executed.
 *
 * @param protocol a document that `readProtocol` accepted
 * @throws Error from XState when a target does not exist (a fault of `readProtocol`)
 * @see W3C SCXML, 1 September 2015, section 3.13 (selecting transitions)
 */
export function compileProtocol(protocol: Protocol): CompiledProtocol {
	const places = placesOf(protocol);
	const config = machineConfig(protocol, places);
	const delays = Object.fromEntries(
		[...places.steps.values()].map(({ step }) => [step.id, roughMs(step.delay)]),
	);
	return { protocol, places, config, machine: createProtocolMachine(config, delays) };
}

function createProtocolMachine(config: MachineConfig, delays: Record<string, number>) {
	// The configuration is data that `machineConfig` typed more strictly than XState's own inference.
	return namedSetup.createMachine(config as never).provide({ delays: delays as never });
}
