import type { SituationEvent } from "./events.ts";

/** The steps that an event entered: it started their clocks. */
export function startsOf(clocks: SituationEvent["clocks"]): string[] {
	return clocks
		.filter(({ change, clock }) => change === "started" && clock.startsWith("step:"))
		.map(({ clock }) => clock.slice("step:".length));
}
