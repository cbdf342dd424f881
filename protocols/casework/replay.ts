import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { advance, begin, noOther, type Versions } from "./advance.ts";
import { setClocks } from "./clocks.ts";
import type { SituationEvent } from "./events.ts";
import type { Situation } from "./situation.ts";

/** The situation one event later. */
export function evolve(
	situation: Situation,
	event: SituationEvent,
	versions: Versions = noOther,
): Situation {
	return setClocks(advance(situation, event, versions), event);
}

/** Under which version a history begins: where it was moved, its first move says from where. */
export function firstVersion(events: readonly SituationEvent[]): string | undefined {
	return events.find((event) => event.type === "situation-moved")?.from;
}

/**
 * Tells a history again, from the version that it began with.
 *
 * @param events in order, at least the opening
 * @param versions the versions that it was moved to, by their hash
 * @throws RangeError when the history does not begin with its opening (a damaged journal)
 */
export function replay(
	compiled: CompiledProtocol,
	events: readonly SituationEvent[],
	versions: Versions = noOther,
): Situation {
	const [opening, ...later] = events;
	if (opening?.type !== "situation-opened") {
		throw new RangeError(`A history begins with its opening, not with ${opening?.type}.`);
	}
	return later.reduce(
		(situation, event) => evolve(situation, event, versions),
		setClocks(begin(compiled, opening), opening),
	);
}
