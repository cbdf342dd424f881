import { modelOf } from "#protocols/catalogue/catalogue.ts";
import { type Places, placesOf } from "#protocols/language/places.ts";
import type { Interruption, Protocol, Track } from "#protocols/language/protocol.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import type { Outcome, Step, Target } from "#protocols/language/step.ts";

/** A model whose steps a new protocol borrows: their words, delays and questions were weighed. */
export type Model = { protocol: Protocol; places: Places };

/** A model of the catalogue. @throws Error when the catalogue has none of that name */
export function readModel(id: string): Model {
	const read = readProtocol(modelOf(id)?.document);
	if (!read.ok) throw new Error(`The model ${id} cannot be read.`);
	return { protocol: read.protocol, places: placesOf(read.protocol) };
}

/** What a borrowed step becomes: who carries it, and where each outcome that it keeps leads. */
export type Becomes = {
	role: string;
	leads: Readonly<Record<string, Target>>;
	/** Outcomes that lead the course, at the end of an interruption. */
	course?: Readonly<Record<string, string>>;
	handoff?: { to: string; acknowledge?: number };
};

/** A step of a model for a protocol of other roles. Outcomes that lead nowhere here are left out. */
export function borrowed(
	{ places }: Model,
	id: string,
	{ role, leads, course = {}, handoff }: Becomes,
): Step {
	const found = places.steps.get(id)?.step;
	if (!found) throw new Error(`The model has no step ${id}.`);
	const step = structuredClone(found);
	step.role = role;
	step.outcomes = step.outcomes.flatMap((outcome) => ledOn(outcome, leads, course));
	if (step.handoff && handoff) {
		step.handoff.to = handoff.to;
		const { acknowledge: n } = handoff;
		if (n)
			step.handoff.delays = { ...step.handoff.delays, acknowledge: { n, unit: "working-days" } };
	}
	return step;
}

function ledOn(
	{ leads: _, ...outcome }: Outcome,
	leads: Becomes["leads"],
	course: Readonly<Record<string, string>>,
): Outcome[] {
	const to = leads[outcome.code];
	if (to === undefined) return [];
	const back = course[outcome.code];
	return [{ ...outcome, to, ...(back ? { leads: back } : {}) }];
}

/** A track of a model with other steps in it: its name, its title, its phase. */
export function borrowedTrack({ places }: Model, id: string, steps: Step[]): Track {
	const found = places.tracks.get(id)?.within?.group.tracks.find((track) => track.id === id);
	if (!found) throw new Error(`The model has no track ${id}.`);
	const { title, phase } = found;
	const start = steps[0]?.id ?? "";
	return { id, ...(title ? { title } : {}), ...(phase ? { phase } : {}), start, steps };
}

/** An interruption of a model with other steps in it: its name, its title, who raises it, the clocks. */
export function borrowedInterruption(
	{ protocol }: Model,
	id: string,
	held: Pick<Interruption, "start" | "steps" | "groups">,
): Interruption {
	const found = protocol.interruptions.find((interruption) => interruption.id === id);
	if (!found) throw new Error(`The model has no interruption ${id}.`);
	const { title, raisedBy, clocks } = found;
	return { id, title, raisedBy, clocks, ...held };
}
