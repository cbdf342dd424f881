import type { Container } from "#protocols/language/places.ts";
import type { Protocol, Track } from "#protocols/language/protocol.ts";
import type { Text } from "#protocols/language/text.ts";
import { knownTracks } from "#protocols/language/vocabulary/tracks.ts";
import { refuse } from "./change.ts";
import type { NewTrack } from "./commands.ts";
import { nameFrom, unique } from "./names.ts";
import { newStep } from "./new-step.ts";
import type { EditRefusal } from "./refusal.ts";

/** Two tracks for a group that names none. */
const twoTracks: NewTrack[] = [
	{ title: { fr: "Premier axe", en: "First track" } },
	{ title: { fr: "Second axe", en: "Second track" } },
];

/** The tracks of a new group, each with its first step. */
export function newTracks(
	protocol: Protocol,
	wishes: NewTrack[] | undefined,
	given: { role: string; taken: Set<string> },
): { tracks: Track[] } | { refusal: EditRefusal } {
	const tracks: Track[] = [];
	for (const wish of wishes ?? twoTracks) {
		const made = newTrack(protocol, wish, given);
		if ("refusal" in made) return made;
		tracks.push(made.track);
	}
	return { tracks };
}

/**
 * A track with its first step.
 *
 * @param taken every name that is taken; the new ones are added
 */
export function newTrack(
	protocol: Protocol,
	{ id: wanted, title, phase, first }: NewTrack,
	{ role, taken }: { role: string; taken: Set<string> },
): { track: Track } | { refusal: EditRefusal } {
	const known: Text | undefined = (knownTracks as Readonly<Record<string, Text>>)[wanted ?? ""];
	if (wanted && !known && taken.has(wanted)) return refuse({ code: "name-taken", name: wanted });
	const named = title ?? known ?? { fr: "Axe", en: "Track" };
	const id = unique(wanted ?? nameFrom(named, "axe", taken), taken);
	taken.add(id);
	const isKnown = known !== undefined && id === wanted;
	const track: Track = {
		id,
		...(isKnown && !title ? {} : { title: named }),
		...(phase ? { phase } : {}),
		start: "",
		steps: [],
	};
	const step = newStep(
		protocol,
		{ ...firstStep(named, first, taken), kind: "action", role },
		{ onward: "@end", again: "" },
	);
	track.steps = [step];
	track.start = step.id;
	return { track };
}

/** Name and title of the first step of something that begins. */
export function firstStep(
	of: Text,
	title: Text | undefined,
	taken: Set<string>,
): { id: string; title: Text } {
	const en = of.en === undefined ? {} : { en: `First step: ${of.en}` };
	const said = title ?? { fr: `Première étape : ${of.fr}`, ...en };
	const id = nameFrom(said, "etape", taken);
	taken.add(id);
	return { id, title: said };
}

/** Who carries a first step until somebody says it: whoever carries what stands nearest. */
export function usualRole(protocol: Protocol, container?: Container): string {
	const near = container?.steps[0]?.role ?? protocol.phases[2].steps[0]?.role;
	const inside = protocol.roles.find(({ external }) => !external)?.id;
	return near ?? inside ?? protocol.roles[0]?.id ?? "";
}
