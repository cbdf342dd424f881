import { placesOf } from "#protocols/language/places.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { type Change, refuse } from "./change.ts";
import type { CommandOf } from "./commands.ts";
import {
	countHeld,
	groupsOf,
	holderOf,
	leastTracks,
	namesInGroup,
	namesInTrack,
	removeGroup,
} from "./holders.ts";
import type { PartRef } from "./part-ref.ts";
import { insert, reorder } from "./position.ts";
import { allReferences } from "./references.ts";
import { settle } from "./settle.ts";
import { closesElsewhere } from "./step-kind.ts";

export function moveStep(protocol: Protocol, command: CommandOf<"move-step">): Change {
	const { step: id, in: place, redirect } = command;
	const part: PartRef = { kind: "step", id };
	const places = placesOf(protocol);
	const placed = places.steps.get(id);
	if (!placed) return refuse({ code: "absent", part });
	const { step, container } = placed;
	const from = holderOf(protocol, container);
	if (place === undefined || place === container.id) {
		return reorder(from.steps, step, command, nameOf) ?? { selected: part };
	}
	const target = places.containers.find((each) => each.id === place);
	if (!target) return refuse({ code: "absent", part: { kind: "track", id: place } });
	const misfit = closesElsewhere(part, step.kind, target);
	if (misfit) return misfit;
	if (countHeld(from) === 1) return refuse({ code: "last-of-its-place", part });

	const before = allReferences(protocol);
	from.steps.splice(from.steps.indexOf(step), 1);
	const misplaced = insert(holderOf(protocol, target).steps, step, command, nameOf);
	if (misplaced) return misplaced;
	const followedBy = step.outcomes.map(({ to }) => to);
	const moved = { part, names: [id], followedBy, before };
	return settle(protocol, moved, redirect) ?? { selected: part };
}

export function moveGroup(protocol: Protocol, command: CommandOf<"move-group">): Change {
	const { group: id, in: place, redirect } = command;
	const part: PartRef = { kind: "group", id };
	const places = placesOf(protocol);
	const placed = places.groups.get(id);
	if (!placed) return refuse({ code: "absent", part });
	const { group, container } = placed;
	const from = holderOf(protocol, container);
	if (place === undefined || place === container.id) {
		return reorder(groupsOf(from), group, command, nameOf) ?? { selected: part };
	}
	const target = places.containers.find((each) => each.id === place);
	if (!target) return refuse({ code: "absent", part: { kind: "track", id: place } });
	const names = namesInGroup(group);
	if (names.includes(place)) return refuse({ code: "into-itself", part });
	if (countHeld(from) === 1) return refuse({ code: "last-of-its-place", part });

	const before = allReferences(protocol);
	const followedBy = [group.to];
	removeGroup(protocol, from, group);
	const misplaced = insert(groupsOf(holderOf(protocol, target)), group, command, nameOf);
	if (misplaced) return misplaced;
	return settle(protocol, { part, names, followedBy, before }, redirect) ?? { selected: part };
}

export function moveTrack(protocol: Protocol, command: CommandOf<"move-track">): Change {
	const { track: id, group: place, redirect } = command;
	const part: PartRef = { kind: "track", id };
	const places = placesOf(protocol);
	const from = places.tracks.get(id)?.within?.group;
	const track = from?.tracks.find((each) => each.id === id);
	if (!from || !track) return refuse({ code: "absent", part });
	if (place === undefined || place === from.id) {
		return reorder(from.tracks, track, command, nameOf) ?? { selected: part };
	}
	const target = places.groups.get(place)?.group;
	if (!target) return refuse({ code: "absent", part: { kind: "group", id: place } });
	const names = namesInTrack(track);
	if (names.includes(place)) return refuse({ code: "into-itself", part });
	if (from.tracks.length === leastTracks) return refuse({ code: "last-of-its-place", part });

	const before = allReferences(protocol);
	from.tracks.splice(from.tracks.indexOf(track), 1);
	const misplaced = insert(target.tracks, track, command, nameOf);
	if (misplaced) return misplaced;
	return settle(protocol, { part, names, followedBy: [], before }, redirect) ?? { selected: part };
}

function nameOf({ id }: { id: string }): string {
	return id;
}
