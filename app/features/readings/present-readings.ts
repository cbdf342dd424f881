import type { KeptReading } from "#db/readings.ts";
import type { TrailAct } from "#db/trail-acts.ts";

/** A reading as a line of the list. */
export type ReadingLine = ReturnType<typeof presentReading>;

/** An act of the trail as a line of the list. */
export type ActLine = ReturnType<typeof presentAct>;

/** What a line says of a reading: who, which kind of screen, whose name for the situation, when. */
export function presentReading({ at, who, act, screen, alias, forgotten }: KeptReading) {
	const situation = act === "READ_SITUATION" || act === "READ_HANDOFF";
	return { at, who, screen, alias, situation, forgotten };
}

/** What a line says of an act: who, for which structure, what kind of thing, when. */
export function presentAct({ at, who, act, screen, structure }: TrailAct) {
	return { at, who, act, screen, structure };
}
