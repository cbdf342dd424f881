import { placed, type Situation } from "#protocols/casework/situation.ts";
import { outwards, type PartId } from "#protocols/language/places.ts";
import type { Text } from "#protocols/language/text.ts";
import { knownTracks } from "#protocols/language/vocabulary/tracks.ts";

/** The title of a step. */
export function titleOf(situation: Situation, step: string): Text {
	return placed(situation, step).step.title;
}

/** The title of an interruption. */
export function interruptionTitle(situation: Situation, id: string): Text {
	const versions = [situation.compiled, ...situation.earlier];
	const found = versions
		.flatMap(({ protocol }) => protocol.interruptions)
		.find((one) => one.id === id);
	return found?.title ?? { fr: id };
}

/** The track or the interruption around a step, in words. */
export function placeOf(situation: Situation, stepId: string): Text | null {
	const { container } = placed(situation, stepId);
	for (const around of outwards(container)) {
		if (around.kind === "track") return trackTitle(around.id, around.within?.group.tracks ?? []);
		if (around.interruption) return interruptionTitle(situation, around.interruption.id);
	}
	return null;
}

function trackTitle(id: string, tracks: readonly { id: string; title?: Text | undefined }[]): Text {
	const known: Readonly<Record<string, Text>> = knownTracks;
	return tracks.find((track) => track.id === id)?.title ?? known[id] ?? { fr: id };
}

/** A part in words; nothing for the course itself. */
export function partTitle(situation: Situation, part: PartId): Text | null {
	const container = situation.compiled.places.containers.find((one) => one.part === part);
	if (!container || part === "course") return null;
	if (container.kind === "interruption") return interruptionTitle(situation, container.id);
	return trackTitle(container.id, container.within?.group.tracks ?? []);
}
