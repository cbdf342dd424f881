import type { Group } from "#protocols/language/protocol.ts";
import type { Outcome, Step } from "#protocols/language/step.ts";
import type { Text } from "#protocols/language/text.ts";
import { knownTracks } from "#protocols/language/vocabulary/tracks.ts";
import { type Holder, namesHeld, withInner } from "./holders.ts";
import { unique } from "./names.ts";

type NewNames = ReadonlyMap<string, string>;

/** The title of a copy. */
export function asCopy({ fr, en }: Text): Text {
	return { fr: `${fr} (copie)`, ...(en === undefined ? {} : { en: `${en} (copy)` }) };
}

/** New names for the parts of a copy, each after the old one. */
export function newNamesFor(names: readonly string[], taken: ReadonlySet<string>): NewNames {
	const known = new Set(taken);
	return new Map(
		names.map((name) => {
			const free = unique(name, known);
			known.add(free);
			return [name, free];
		}),
	);
}

/** The names of something that holds steps and groups, with everything in them. */
export function namesWithin(holder: Holder): string[] {
	return [...withInner(holder)].flatMap(namesHeld);
}

/** Gives a copied group its new names, inside and out; what leads elsewhere still does. */
export function renameGroup(group: Group, names: NewNames): void {
	renamePart(group, names);
	group.to = names.get(group.to) ?? group.to;
	for (const track of group.tracks) {
		// A known track is known by its name alone: under another name, it needs a title.
		if (names.has(track.id)) {
			track.title ??= (knownTracks as Readonly<Record<string, Text>>)[track.id];
		}
		renameHolder(track, names);
	}
}

/** Gives a copied track, or interruption, its new names, inside and out. */
export function renameHolder(holder: Holder, names: NewNames): void {
	renamePart(holder, names);
	holder.start = names.get(holder.start) ?? holder.start;
	for (const step of holder.steps) renameStep(step, names);
	for (const group of holder.groups ?? []) renameGroup(group, names);
}

function renameStep(step: Step, names: NewNames): void {
	renamePart(step, names);
	for (const outcome of step.outcomes) renameOutcome(outcome, names);
}

function renameOutcome(outcome: Outcome, names: NewNames): void {
	outcome.to = names.get(outcome.to) ?? outcome.to;
	if (outcome.leads) outcome.leads = names.get(outcome.leads) ?? outcome.leads;
	if (outcome.raises) outcome.raises = names.get(outcome.raises) ?? outcome.raises;
	const { when } = outcome;
	if (!when || !("track" in when)) return;
	when.track = names.get(when.track) ?? when.track;
	when.reached = names.get(when.reached) ?? when.reached;
}

function renamePart(part: { id: string }, names: NewNames): void {
	part.id = names.get(part.id) ?? part.id;
}
