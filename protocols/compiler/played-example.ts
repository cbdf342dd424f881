import { initialTransition, transition } from "xstate";
import { changedExample, type DocumentChange } from "#protocols/language/changed-example.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import type { Facts } from "#protocols/language/vocabulary/answers.ts";
import type { ProtocolEvent } from "./catalogue-of-names.ts";
import { type CompiledProtocol, compileProtocol } from "./compile.ts";

/** An event of the machine: its type, or its type with the answers that come with it. */
export type PlayedEvent = string | [type: string, answers: Facts];

/** The compiled short example, with changes. @throws Error when it does not read any more */
export function compiledExample(...changes: DocumentChange[]): CompiledProtocol {
	const read = readProtocol(changedExample(...changes));
	if (!read.ok) throw new Error(JSON.stringify(read.issues));
	return compileProtocol(read.protocol);
}

/** Plays events from the beginning, with XState's pure functions alone; also the actions of the last. */
export function play({ machine }: CompiledProtocol, ...events: PlayedEvent[]) {
	return events
		.map(eventOf)
		.reduce(
			([snapshot], event) => transition(machine, snapshot, event),
			initialTransition(machine),
		);
}

function eventOf(event: PlayedEvent): ProtocolEvent {
	if (typeof event === "string") return { type: event };
	const [type, answers] = event;
	return { type, answers };
}
