import { type Container, type Places, placesOf } from "#protocols/language/places.ts";
import type { Group, Protocol } from "#protocols/language/protocol.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import { leadsSomewhere, mayLead } from "#protocols/language/references.ts";
import type { Step } from "#protocols/language/step.ts";
import { refuse } from "./change.ts";
import { isWithin } from "./document-value.ts";
import { onward, onwardOfGroup } from "./onward.ts";
import type { PartRef } from "./part-ref.ts";
import { type Redirect, repoint } from "./redirect.ts";
import { allReferences } from "./references.ts";
import type { EditRefusal, Reference } from "./refusal.ts";

type Moved = { part: PartRef; names: string[]; followedBy: string[]; before: Reference[] };

/**
 * What leads out of the moved part and cannot from its new place goes on from there; what leads to
 * it and cannot any more is redirected, or refused.
 */
export function settle(
	protocol: Protocol,
	{ part, names, followedBy, before }: Moved,
	redirect: Redirect,
): { refusal: EditRefusal } | undefined {
	const moved = new Set(names);
	leadOnward(protocol, moved);
	followAwaited(protocol, moved);
	const read = readProtocol(protocol);
	if (read.ok) return undefined;

	const stuck = allReferences(protocol).filter(({ to, path }) => {
		const concerned = to.kind !== "role" && to.kind !== "protocol" && moved.has(to.id);
		return concerned && read.issues.some((issue) => isWithin(issue.path, path));
	});
	if (stuck.length === 0) return undefined;
	const left =
		redirect === undefined
			? stuck
			: repoint(protocol, stuck, { redirect, leaving: moved, followedBy });
	if (left.length === 0) return undefined;
	return refuse({ code: "still-referred-to", part, by: asBefore(left, before) });
}

/** The same references, at the places where they stood before the move. */
function asBefore(references: Reference[], before: Reference[]): Reference[] {
	const key = ({ kind, from, outcome, to }: Reference) => {
		return JSON.stringify([kind, from, outcome, to]);
	};
	const stuck = new Set(references.map(key));
	return before.filter((reference) => stuck.has(key(reference)));
}

function leadOnward(protocol: Protocol, moved: ReadonlySet<string>): void {
	const places = placesOf(protocol);
	for (const { step, container } of places.steps.values()) {
		if (moved.has(step.id)) leadStepOnward(protocol, places, { step, container });
	}
	for (const { group, container } of places.groups.values()) {
		if (moved.has(group.id)) leadGroupOnward(protocol, group, container);
	}
}

function leadStepOnward(
	protocol: Protocol,
	places: Places,
	{ step, container }: { step: Step; container: Container },
): void {
	for (const outcome of step.outcomes) {
		if (mayLead(places, { container, kind: step.kind }, outcome.to)) continue;
		outcome.to = onward(protocol, container);
		delete outcome.leads;
	}
}

function leadGroupOnward(protocol: Protocol, group: Group, container: Container): void {
	if (!leadsSomewhere(container, group.to)) group.to = onwardOfGroup(protocol, container);
}

/** A condition names the track of the step that it waits for: the track changes with the move. */
function followAwaited(protocol: Protocol, moved: ReadonlySet<string>): void {
	const places = placesOf(protocol);
	for (const { step } of places.steps.values()) {
		for (const { when } of step.outcomes) {
			if (!when || !("track" in when) || !moved.has(when.reached)) continue;
			const container = places.steps.get(when.reached)?.container;
			if (container?.kind === "track") when.track = container.id;
		}
	}
}
