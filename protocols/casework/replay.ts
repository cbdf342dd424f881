import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { advance, begin } from "./advance.ts";
import { setClocks } from "./clocks.ts";
import type { SituationEvent } from "./events.ts";
import type { Situation } from "./situation.ts";

/** The situation one event later. */
export function evolve(situation: Situation, event: SituationEvent): Situation {
	return setClocks(advance(situation, event), event);
}

/**
 * Tells a history again under its version.
 *
 * @param events in order, at least the opening
 * @throws RangeError when the history does not begin with its opening (a damaged journal)
 */
export function replay(compiled: CompiledProtocol, events: readonly SituationEvent[]): Situation {
	const [opening, ...later] = events;
	if (opening?.type !== "situation-opened") {
		throw new RangeError(`A history begins with its opening, not with ${opening?.type}.`);
	}
	return later.reduce(evolve, setClocks(begin(compiled, opening), opening));
}
