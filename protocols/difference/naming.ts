import { type Places, placesOf } from "#protocols/language/places.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { trackTitleOf } from "./track-title.ts";
import { asWritten, inBoth, quoted, type Said, saidText, saidWord } from "./words.ts";

/** How one version of a protocol calls its parts. */
export type Naming = {
	places: Places;
	role(id: string): Said;
	/** A step, group, track, phase or interruption by its title. */
	title(id: string): Said;
	/** A place where something leads, with what it is: « étape « … » », the ends included. */
	place(id: string): Said;
};

/** Names the parts of a protocol by their titles. */
export function namingOf(protocol: Protocol): Naming {
	const places = placesOf(protocol);
	const titles = new Map<string, Said>();
	for (const { id, kind, within } of places.containers) {
		if (kind === "phase")
			titles.set(
				id,
				saidWord(({ phases }) => phases[id as Phase]),
			);
		if (kind === "track") titles.set(id, trackTitleOf(within?.group, id));
	}
	for (const { id, title } of protocol.interruptions) titles.set(id, saidText(title));
	for (const { group } of places.groups.values()) titles.set(group.id, saidText(group.title));
	for (const { step } of places.steps.values()) titles.set(step.id, saidText(step.title));
	const roles = new Map(protocol.roles.map(({ id, label }) => [id, saidText(label)]));
	const title = (id: string) => titles.get(id) ?? asWritten(id);
	return {
		places,
		role: (id) => roles.get(id) ?? asWritten(id),
		title,
		place: (id) => ends[id] ?? named(places, id, quoted(title(id))),
	};
}

type Phase = Protocol["phases"][number]["id"];

const ends: Readonly<Record<string, Said>> = {
	"@end": { fr: "la fin de l'axe", en: "the end of the track" },
	"@over": { fr: "la fin de l'interruption", en: "the end of the interruption" },
	"@closed": { fr: "la clôture de la situation", en: "the closure of the situation" },
};

function named(places: Places, id: string, title: Said): Said {
	const kind = places.groups.has(id)
		? { fr: "le groupe", en: "the group" }
		: { fr: "l'étape", en: "the step" };
	return inBoth((language) => `${kind[language]} ${title[language]}`);
}
