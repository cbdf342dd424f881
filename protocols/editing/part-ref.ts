import type { Places } from "#protocols/language/places.ts";
import { placesOf } from "#protocols/language/places.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { id } from "#protocols/language/text.ts";

/** The kinds of parts that have a name of their own in a protocol. */
export const namedPartKinds = ["role", "phase", "step", "group", "track", "interruption"] as const;
export type NamedPartKind = (typeof namedPartKinds)[number];

/** A part of a protocol that a form shows and an address names; the protocol itself for its head. */
export type PartRef = { kind: "protocol" } | { kind: NamedPartKind; id: string };

/** Writes a part as addresses and forms carry it: `protocol`, `step:receive-sign`. */
export function spellPart(part: PartRef): string {
	return part.kind === "protocol" ? "protocol" : `${part.kind}:${part.id}`;
}

/** Reads what `spellPart` wrote; undefined for anything else. Whether the part exists is not asked. */
export function readPart(spelled: string): PartRef | undefined {
	if (spelled === "protocol") return { kind: "protocol" };
	const colon = spelled.indexOf(":");
	const kind = namedPartKinds.find((known) => known === spelled.slice(0, Math.max(colon, 0)));
	const name = id.safeParse(spelled.slice(colon + 1));
	return kind && name.success ? { kind, id: name.data } : undefined;
}

/** Whether a protocol has that part. */
export function hasPart(protocol: Protocol, part: PartRef): boolean {
	if (part.kind === "protocol") return true;
	if (part.kind === "role") return protocol.roles.some((role) => role.id === part.id);
	return partNamed(placesOf(protocol), part.id)?.kind === part.kind;
}

/** The step, group, phase, track or interruption of that name: they share one set of names. */
export function partNamed(places: Places, name: string): PartRef | undefined {
	if (places.steps.has(name)) return { kind: "step", id: name };
	if (places.groups.has(name)) return { kind: "group", id: name };
	const container = places.containers.find((each) => each.id === name);
	return container && { kind: container.kind, id: name };
}
