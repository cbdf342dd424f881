import { wordsOf } from "#protocols/compiler/wording.ts";
import { type Places, placesOf } from "#protocols/language/places.ts";
import { type PhaseId, type Protocol, phaseIds } from "#protocols/language/protocol.ts";
import type { Text } from "#protocols/language/text.ts";
import { knownTracks } from "#protocols/language/vocabulary/tracks.ts";
import type { PartRef } from "./part-ref.ts";

/** How a part is called: its own title, or the words that Relais has for it. Its name when it is not there. */
export function partTitle(
	protocol: Protocol,
	part: PartRef,
	places: Places = placesOf(protocol),
): Text {
	if (part.kind === "protocol") return protocol.title;
	return titleIn(protocol, part, places) ?? { fr: part.id, en: part.id };
}

function titleIn(
	protocol: Protocol,
	{ kind, id }: Exclude<PartRef, { kind: "protocol" }>,
	places: Places,
): Text | undefined {
	switch (kind) {
		case "role":
			return protocol.roles.find((role) => role.id === id)?.label;
		case "phase":
			return phaseTitle(phaseIds.find((phase) => phase === id));
		case "step":
			return places.steps.get(id)?.step.title;
		case "group":
			return places.groups.get(id)?.group.title;
		case "track":
			return trackTitle(places, id);
		case "interruption":
			return protocol.interruptions.find((interruption) => interruption.id === id)?.title;
	}
}

function phaseTitle(phase: PhaseId | undefined): Text | undefined {
	return phase && { fr: wordsOf("fr").phases[phase], en: wordsOf("en").phases[phase] };
}

function trackTitle(places: Places, id: string): Text | undefined {
	const group = places.tracks.get(id)?.within?.group;
	const known: Readonly<Record<string, Text>> = knownTracks;
	return group?.tracks.find((track) => track.id === id)?.title ?? known[id];
}
