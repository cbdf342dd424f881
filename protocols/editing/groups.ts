import { type Container, type Places, placesOf } from "#protocols/language/places.ts";
import type { Group, Protocol } from "#protocols/language/protocol.ts";
import { leadsSomewhere } from "#protocols/language/references.ts";
import type { Outcome, Target } from "#protocols/language/step.ts";
import { type Change, refuse } from "./change.ts";
import type { CommandOf, OutcomeRef } from "./commands.ts";
import { asCopy, namesWithin, newNamesFor, renameGroup } from "./copies.ts";
import { give } from "./give.ts";
import { countHeld, groupsOf, holderOf, namesInGroup, removeGroup } from "./holders.ts";
import { nameNew, namesIn } from "./names.ts";
import { newTracks, usualRole } from "./new-track.ts";
import { onwardOfGroup } from "./onward.ts";
import type { PartRef } from "./part-ref.ts";
import { insert } from "./position.ts";
import { redirectAway } from "./redirect.ts";

export function addGroup(protocol: Protocol, command: CommandOf<"add-group">): Change {
	const { in: place, title, through } = command;
	const places = placesOf(protocol);
	const container = places.containers.find(({ id }) => id === place);
	if (!container) return refuse({ code: "absent", part: { kind: "track", id: place } });
	const taken = namesIn(protocol, places);
	const named = nameNew({ id: command.id, title, kind: "groupe" }, taken);
	if ("refusal" in named) return named;
	const outcome = outcomeAt(places, through);
	if (through && !outcome) return outcomeAbsent(through);

	const { id } = named;
	const to = command.to ?? nextOf(protocol, container, outcome);
	const made = newTracks(protocol, command.tracks, { role: usualRole(protocol, container), taken });
	if ("refusal" in made) return made;
	const group: Group = { id, title, completes: "all", to, tracks: made.tracks };
	const misplaced = insert(groupsOf(holderOf(protocol, container)), group, command, nameOf);
	if (misplaced) return misplaced;
	if (outcome) outcome.to = id;
	return { selected: { kind: "group", id } };
}

export function setGroup(
	protocol: Protocol,
	{ group: id, title, to }: CommandOf<"set-group">,
): Change {
	const group = placesOf(protocol).groups.get(id)?.group;
	if (!group) return absent(id);
	give(group, { title, to });
	return { selected: { kind: "group", id } };
}

export function deleteGroup(
	protocol: Protocol,
	{ group: id, redirect }: CommandOf<"delete-group">,
): Change {
	const placed = placesOf(protocol).groups.get(id);
	if (!placed) return absent(id);
	const { group, container, path } = placed;
	const part: PartRef = { kind: "group", id };
	const holder = holderOf(protocol, container);
	if (countHeld(holder) === 1) return refuse({ code: "last-of-its-place", part });
	const leaving = { part, names: namesInGroup(group), path, followedBy: [group.to] };
	const refused = redirectAway(protocol, leaving, redirect);
	if (refused) return refused;

	removeGroup(protocol, holder, group);
	return { selected: { kind: container.kind, id: container.id } };
}

/** A copy beside the group, with all that is in it. Nothing leads to it yet. */
export function duplicateGroup(
	protocol: Protocol,
	{ group: id }: CommandOf<"duplicate-group">,
): Change {
	const places = placesOf(protocol);
	const placed = places.groups.get(id);
	if (!placed) return absent(id);
	const copy = structuredClone(placed.group);
	copy.title = asCopy(copy.title);
	const names = [id, ...copy.tracks.flatMap(namesWithin)];
	renameGroup(copy, newNamesFor(names, namesIn(protocol, places)));
	insert(groupsOf(holderOf(protocol, placed.container)), copy, { after: id }, nameOf);
	return { selected: { kind: "group", id: copy.id } };
}

/** Where the group goes on to: where the outcome led that it is slipped in behind, if it can. */
function nextOf(protocol: Protocol, container: Container, outcome: Outcome | undefined): Target {
	if (outcome && leadsSomewhere(container, outcome.to)) return outcome.to;
	return onwardOfGroup(protocol, container);
}

function outcomeAt(places: Places, through: OutcomeRef | undefined): Outcome | undefined {
	const step = through && places.steps.get(through.step)?.step;
	return step?.outcomes.find(({ code }) => code === through?.outcome);
}

function outcomeAbsent({ step, outcome }: OutcomeRef): Change {
	return refuse({ code: "outcome-absent", part: { kind: "step", id: step }, outcome });
}

function absent(id: string): Change {
	return refuse({ code: "absent", part: { kind: "group", id } });
}

function nameOf({ id }: Group): string {
	return id;
}
