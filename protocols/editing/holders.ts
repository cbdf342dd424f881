import type { Container } from "#protocols/language/places.ts";
import type { Group, Protocol, Track } from "#protocols/language/protocol.ts";
import type { Step } from "#protocols/language/step.ts";

/** What holds steps and groups, as it stands in the document: a phase, a track, an interruption. */
export type Holder = { id: string; start: string; steps: Step[]; groups?: Group[] | undefined };

/** Everything that holds steps and groups, from the outside to the inside. */
export function* holdersOf(protocol: Protocol): Generator<Holder> {
	for (const phase of protocol.phases) yield* withInner(phase);
	for (const interruption of protocol.interruptions) yield* withInner(interruption);
}

/** A holder, then the tracks of its groups. */
export function* withInner(holder: Holder): Generator<Holder> {
	yield holder;
	for (const group of holder.groups ?? []) yield* holdersIn(group);
}

/** The tracks of a group, and of the groups in them. */
export function* holdersIn(group: Group): Generator<Holder> {
	for (const track of group.tracks) yield* withInner(track);
}

/** The document's own part that a place describes. */
export function holderOf(protocol: Protocol, container: Container): Holder {
	for (const holder of holdersOf(protocol)) if (holder.id === container.id) return holder;
	throw new Error(`The protocol does not hold ${container.id}.`);
}

/** The names of a group and of everything in it. */
export function namesInGroup(group: Group): string[] {
	return [group.id, ...group.tracks.flatMap(namesInTrack)];
}

/** The names of a track and of everything in it. */
export function namesInTrack(track: Track): string[] {
	return [...withInner(track)].flatMap(namesHeld);
}

/** The name of a holder, and of what it holds itself. */
export function namesHeld({ id, steps, groups = [] }: Holder): string[] {
	return [id, ...steps.map((step) => step.id), ...groups.map((group) => group.id)];
}

/** How many steps and groups a holder has of its own. */
export function countHeld({ steps, groups = [] }: Holder): number {
	return steps.length + groups.length;
}

/** Adds a group; a track or an interruption gets its list of groups with the first. */
export function groupsOf(holder: Holder): Group[] {
	holder.groups ??= [];
	return holder.groups;
}

/** Takes a group out. Where the list may be absent, an empty one is. */
export function removeGroup(protocol: Protocol, holder: Holder, group: Group): void {
	const { groups = [] } = holder;
	groups.splice(groups.indexOf(group), 1);
	const isPhase = protocol.phases.some((phase) => phase === holder);
	if (groups.length === 0 && !isPhase) delete holder.groups;
}

/** Side by side are at least two. */
export const leastTracks = 2;
