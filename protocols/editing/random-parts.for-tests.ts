import { type Chance, pick, rarely } from "#protocols/casework/random-choice.ts";
import { delayUnits } from "#protocols/language/delay.ts";
import type { Places } from "#protocols/language/places.ts";
import { type Protocol, phaseIds } from "#protocols/language/protocol.ts";
import { handoffEnds, type Target } from "#protocols/language/step.ts";
import type { Text } from "#protocols/language/text.ts";
import { fieldCodes } from "#protocols/language/vocabulary/fields.ts";
import { knownTracks } from "#protocols/language/vocabulary/tracks.ts";
import type { HandoffWish, OutcomeParts, StepParts } from "./commands.ts";
import { targetsFrom } from "./onward.ts";

/** What a protocol offers to chance. */
export type Draw = {
	protocol: Protocol;
	places: Places;
	chance: Chance;
	names: string[];
	steps: string[];
	groups: string[];
	tracks: string[];
	containers: string[];
	interruptions: string[];
	roles: string[];
};

export function stepParts(draw: Draw): StepParts {
	const { chance, roles } = draw;
	return {
		...maybe(draw, { title: text(draw), guidance: text(draw) }),
		...maybe(draw, { participants: [pick(chance, roles)] }),
		...maybe(draw, { delay: { ...duration(draw), basis: "proposal" as const } }),
		...maybe(draw, { questions: [pick(chance, fieldCodes)] }),
		...maybe(draw, { rounds: orNone(draw, { most: 1 + chance(4), beyond: "YES" }) }),
		...maybe(draw, { resources: orNone(draw, ["affiche"]) }),
		...(rarely(chance, 4) ? { handoff: handoff(draw) } : {}),
	};
}

function handoff(draw: Draw): HandoffWish {
	const { chance, roles } = draw;
	return {
		...maybe(draw, { to: one(draw, roles), urgency: "urgent" as const }),
		...maybe(draw, { goesOn: pick(chance, ["acceptance", "outcome"] as const) }),
		...maybe(draw, { delays: orNone(draw, { acknowledge: duration(draw) }) }),
		...maybe(draw, { ifSilent: orNone(draw, text(draw)), recipients: 1 + chance(3) }),
	};
}

export function outcomeParts(draw: Draw, step: string): OutcomeParts {
	const { chance, places, tracks, interruptions, steps } = draw;
	const placed = places.steps.get(step);
	const near = placed ? targetsFrom(places, { ...placed, kind: placed.step.kind }) : [];
	const reached = { track: one(draw, tracks), reached: one(draw, steps) };
	const fact = { fact: "concern_level" as const, in: ["L3_DANGER"] };
	return {
		...maybe(draw, { label: text(draw) }),
		...maybe(draw, { to: near.length > 0 ? pick(chance, near) : ("@end" as Target) }),
		...maybe(draw, { when: orNone(draw, rarely(chance, 2) ? reached : fact) }),
		...maybe(draw, { raises: orNone(draw, one(draw, interruptions)) }),
		...(rarely(chance, 4) ? { leads: orNone(draw, one(draw, steps)) } : {}),
		...(rarely(chance, 4) ? { on: orNone(draw, pick(chance, handoffEnds)) } : {}),
	};
}

export function outcomeRef({ chance, places, steps }: Draw, step = pick(chance, steps)) {
	const outcomes = places.steps.get(step)?.step.outcomes ?? [];
	const codes = outcomes.map(({ code }) => code);
	return { step, outcome: pick(chance, [...codes, ...codes, ...codes, "NOT_THERE"]) };
}

export function track(draw: Draw) {
	const known = Object.keys(knownTracks);
	const { chance } = draw;
	return rarely(chance, 2)
		? { id: pick(chance, known) }
		: { title: text(draw), ...maybe(draw, { first: text(draw), phase: pick(chance, phaseIds) }) };
}

export function redirect(draw: Draw): { redirect?: Target | null } {
	const to = rarely(draw.chance, 3)
		? pick(draw.chance, ["@end", "@over", "@closed"] as const)
		: one(draw, draw.names);
	return maybe(draw, { redirect: orNone(draw, to) });
}

export function beside(draw: Draw, neighbours: string[]): { before?: string; after?: string } {
	if (rarely(draw.chance, 2)) return {};
	const neighbour = one(draw, neighbours);
	return rarely(draw.chance, 2) ? { before: neighbour } : { after: neighbour };
}

/** One of the names, seldom one that does not exist. */
export function one({ chance }: Draw, names: readonly string[]): string {
	return names.length === 0 || rarely(chance, 30) ? "not-there" : pick(chance, names);
}

export function orNone<Value>({ chance }: Draw, value: Value): Value | null {
	return rarely(chance, 4) ? null : value;
}

export function maybe<Part extends object>({ chance }: Draw, part: Part): Partial<Part> {
	return rarely(chance, 2) ? part : {};
}

export function duration({ chance }: Draw) {
	return { n: 1 + chance(40), unit: pick(chance, delayUnits) };
}

export function text({ chance }: Draw): Text {
	const title = pick(chance, titles);
	return rarely(chance, 3) ? { fr: title } : { fr: title, en: title };
}

const titles = [
	"Accueillir le signe",
	"Évaluer à l'œil nu",
	"1er contact",
	"Course",
	"…",
	"Une étape dont le titre est si long qu'aucune adresse ne pourrait le porter en entier",
	"Écouter",
];
