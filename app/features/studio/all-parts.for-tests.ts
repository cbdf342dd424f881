import type { PartRef } from "#protocols/editing/part-ref.ts";
import { placesOf } from "#protocols/language/places.ts";
import type { Protocol } from "#protocols/language/protocol.ts";

/** Every part of a protocol that has a form of its own. */
export function allParts(protocol: Protocol): PartRef[] {
	const { containers, steps, groups } = placesOf(protocol);
	return [
		...protocol.roles.map(({ id }): PartRef => ({ kind: "role", id })),
		...containers.map(({ kind, id }): PartRef => ({ kind, id })),
		...[...steps.keys()].map((id): PartRef => ({ kind: "step", id })),
		...[...groups.keys()].map((id): PartRef => ({ kind: "group", id })),
	];
}
