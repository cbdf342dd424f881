import { placesOf } from "#protocols/language/places.ts";
import type { Group, Protocol, Track } from "#protocols/language/protocol.ts";
import { type Change, refuse } from "./change.ts";
import type { CommandOf } from "./commands.ts";
import { asCopy, namesWithin, newNamesFor, renameHolder } from "./copies.ts";
import { give } from "./give.ts";
import { leastTracks, namesInTrack } from "./holders.ts";
import { namesIn } from "./names.ts";
import { newTrack, usualRole } from "./new-track.ts";
import type { PartRef } from "./part-ref.ts";
import { partTitle } from "./part-titles.ts";
import { insert } from "./position.ts";
import { redirectAway } from "./redirect.ts";

export function addTrack(protocol: Protocol, command: CommandOf<"add-track">): Change {
	const { type: _, group: id, before, after, ...wish } = command;
	const places = placesOf(protocol);
	const placed = places.groups.get(id);
	if (!placed) return refuse({ code: "absent", part: { kind: "group", id } });
	const { group, container } = placed;
	const near = places.tracks.get(group.tracks[0]?.id ?? "") ?? container;
	const taken = namesIn(protocol, places);
	const made = newTrack(protocol, wish, { role: usualRole(protocol, near), taken });
	if ("refusal" in made) return made;
	const misplaced = insert(group.tracks, made.track, { before, after }, nameOf);
	return misplaced ?? { selected: { kind: "track", id: made.track.id } };
}

export function setTrack(
	protocol: Protocol,
	{ track: id, title, phase }: CommandOf<"set-track">,
): Change {
	const found = trackOf(protocol, id);
	if (!found) return absent(id);
	give(found.track, { title, phase });
	return { selected: { kind: "track", id } };
}

export function deleteTrack(
	protocol: Protocol,
	{ track: id, redirect }: CommandOf<"delete-track">,
): Change {
	const found = trackOf(protocol, id);
	if (!found) return absent(id);
	const { track, group, path } = found;
	const part: PartRef = { kind: "track", id };
	if (group.tracks.length === leastTracks) return refuse({ code: "last-of-its-place", part });
	const leaving = { part, names: namesInTrack(track), path, followedBy: [] };
	const refused = redirectAway(protocol, leaving, redirect);
	if (refused) return refused;

	group.tracks.splice(group.tracks.indexOf(track), 1);
	return { selected: { kind: "group", id: group.id } };
}

/** A copy beside the track, with all that is in it. It begins with its group, as all tracks do. */
export function duplicateTrack(
	protocol: Protocol,
	{ track: id }: CommandOf<"duplicate-track">,
): Change {
	const places = placesOf(protocol);
	const found = trackOf(protocol, id);
	if (!found) return absent(id);
	const copy = structuredClone(found.track);
	copy.title = asCopy(partTitle(protocol, { kind: "track", id }, places));
	renameHolder(copy, newNamesFor(namesWithin(copy), namesIn(protocol, places)));
	insert(found.group.tracks, copy, { after: id }, nameOf);
	return { selected: { kind: "track", id: copy.id } };
}

function trackOf(protocol: Protocol, id: string) {
	const container = placesOf(protocol).tracks.get(id);
	const group: Group | undefined = container?.within?.group;
	const track = group?.tracks.find((each) => each.id === id);
	return container && group && track && { track, group, path: container.path };
}

function absent(id: string): Change {
	return refuse({ code: "absent", part: { kind: "track", id } });
}

function nameOf({ id }: Track): string {
	return id;
}
