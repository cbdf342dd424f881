import type { Choice } from "#app/ui/select-field.tsx";
import { type PartRef, spellPart } from "#protocols/editing/part-ref.ts";
import { referencesTo } from "#protocols/editing/references.ts";
import type { Container } from "#protocols/language/places.ts";
import { type DraftReading, nameOf, roleChoices } from "./reading-draft.ts";

/** What can be done with a part as a whole; what it cannot is left out. */
export type PartActs = {
	/** The neighbour before which it goes, and the one after which. */
	before?: string;
	after?: string;
	/** Other places that may hold it. */
	places: Choice[];
	duplicates: boolean;
	deletes: boolean;
	/** What points to it, each with the part to open in order to change that. */
	references: { part: string; sentence: string }[];
	/** Where what points to it may lead instead. */
	redirects: Choice[];
};

/** Says what can be done with a part, and what points to it. */
export function presentActs(reading: DraftReading, part: PartRef): PartActs {
	if (part.kind === "protocol" || part.kind === "phase") return none;
	const siblings = siblingsOf(reading, part);
	const index = siblings.indexOf(part.id);
	const [before, after] = [siblings[index - 1], siblings[index + 1]];
	return {
		...(before ? { before } : {}),
		...(after ? { after } : {}),
		places: placesFor(reading, part),
		duplicates: part.kind !== "role",
		deletes: true,
		references: pointingTo(reading, part),
		redirects: redirectsFor(reading, part),
	};
}

const none: PartActs = {
	places: [],
	duplicates: false,
	deletes: false,
	references: [],
	redirects: [],
};

type Named = Extract<PartRef, { id: string }>;

function siblingsOf({ protocol, compiled }: DraftReading, { kind, id }: Named): string[] {
	const { steps, groups, tracks } = compiled.places;
	switch (kind) {
		case "role":
			return protocol.roles.map((role) => role.id);
		case "interruption":
			return protocol.interruptions.map((each) => each.id);
		case "step":
			return steps.get(id)?.container.steps.map((each) => each.id) ?? [];
		case "group":
			return groups.get(id)?.container.groups.map((each) => each.id) ?? [];
		case "track":
			return tracks.get(id)?.within?.group.tracks.map((each) => each.id) ?? [];
		case "phase":
			return [];
	}
}

/** Other phases and tracks for what stands in the course; inside an interruption, its own places. */
function placesFor({ compiled, names }: DraftReading, { kind, id }: Named): Choice[] {
	const { steps, containers } = compiled.places;
	const home = kind === "step" ? steps.get(id)?.container : undefined;
	if (!home) return [];
	const near = (container: Container) =>
		container !== home && container.interruption?.id === home.interruption?.id;
	return containers.filter(near).map((container) => ({
		value: container.id,
		label: names.get(container.id) ?? container.id,
	}));
}

/** What points to a part from outside it, each sentence once. */
function pointingTo({ protocol, language }: DraftReading, part: PartRef) {
	const said = new Map<string, { part: string; sentence: string }>();
	for (const { from, sentence } of referencesTo(protocol, part)) {
		said.set(sentence[language], { part: spellPart(from), sentence: sentence[language] });
	}
	return [...said.values()];
}

function redirectsFor(reading: DraftReading, part: Named): Choice[] {
	const { compiled, names } = reading;
	if (part.kind === "role") {
		return roleChoices(reading, { external: true }).filter(({ value }) => value !== part.id);
	}
	if (part.kind === "interruption") {
		return reading.protocol.interruptions
			.filter(({ id }) => id !== part.id)
			.map(({ id }) => ({ value: id, label: nameOf(reading, { kind: "interruption", id }) }));
	}
	const { steps, groups } = compiled.places;
	return [...names]
		.filter(([id]) => id !== part.id && (steps.has(id) || groups.has(id)))
		.map(([value, label]) => ({ value, label }));
}
