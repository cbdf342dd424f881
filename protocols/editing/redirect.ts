import { type DocumentPath, placesOf } from "#protocols/language/places.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import type { Target } from "#protocols/language/step.ts";
import { refuse } from "./change.ts";
import { isWithin, writeAt } from "./document-value.ts";
import { startInstead } from "./onward.ts";
import { type PartRef, partNamed, spellPart } from "./part-ref.ts";
import { allReferences } from "./references.ts";
import type { EditRefusal, Reference, ReferenceKind } from "./refusal.ts";

/** Where references go instead: a target, nowhere (`null`), or nobody has said it. */
export type Redirect = Target | null | undefined;

type Leaving = {
	part: PartRef;
	/** The part's name, and those of everything in it. */
	names: readonly string[];
	path: DocumentPath;
	/** What came after the part: a place that began with it begins with the first of these. */
	followedBy: readonly string[];
};

/**
 * Leads everything that points to a part elsewhere, before the part is taken out.
 *
 * @param protocol changed in place; of no use after a refusal
 * @returns the refusal with every reference that stands in the way
 */
export function redirectAway(
	protocol: Protocol,
	{ part, names, path, followedBy }: Leaving,
	redirect: Redirect,
): { refusal: EditRefusal } | undefined {
	const leaving = new Set(names);
	const by = onePerPlace(
		allReferences(protocol).filter(({ to, path: from }) => {
			return (
				to.kind !== "role" && to.kind !== "protocol" && leaving.has(to.id) && !isWithin(from, path)
			);
		}),
	);
	if (by.length === 0) return undefined;
	if (redirect === undefined) return refuse({ code: "still-referred-to", part, by });

	if (isUnknown(protocol, redirect))
		return refuse({ code: "absent", part: { kind: "step", id: redirect } });

	const left = repoint(protocol, by, { redirect, leaving, followedBy });
	return left.length > 0 ? refuse({ code: "still-referred-to", part, by: left }) : undefined;
}

function isUnknown(protocol: Protocol, redirect: Target | null): redirect is Target {
	if (redirect === null || redirect.startsWith("@")) return false;
	return partNamed(placesOf(protocol), redirect) === undefined;
}

type NewWay = {
	redirect: Target | null;
	leaving: ReadonlySet<string>;
	followedBy: readonly string[];
};

/** Changes references in place, and gives back those for which the new way is none. */
export function repoint(protocol: Protocol, by: Reference[], way: NewWay): Reference[] {
	const stuck = by.filter((reference) => !repointOne(protocol, reference, way));
	const read = readProtocol(protocol);
	if (read.ok) return stuck;
	const refused = by.filter((reference) => {
		return read.issues.some(
			({ path }) => isWithin(path, reference.path) || isWithin(reference.path, path),
		);
	});
	return [...new Set([...stuck, ...refused])];
}

/** Whether the reference could be changed; whether the protocol still reads is asked once for all. */
function repointOne(protocol: Protocol, reference: Reference, way: NewWay): boolean {
	const { kind, path } = reference;
	const { redirect, leaving } = way;
	if (redirect !== null && leaving.has(redirect)) return false;
	if (kind === "starts-with") return startElsewhere(protocol, reference, way);
	if (redirect === null && !mayBeAbsent.includes(kind)) return false;
	writeAt(
		protocol,
		path,
		kind === "waits-for" ? awaited(protocol, redirect) : (redirect ?? undefined),
	);
	return true;
}

const mayBeAbsent: readonly ReferenceKind[] = ["interruption-leads-to", "raises", "waits-for"];

/** A place begins with what it holds itself: with the new way, else with what came after. */
function startElsewhere(
	protocol: Protocol,
	{ from, path }: Reference,
	{ redirect, leaving, followedBy }: NewWay,
): boolean {
	const place = spellPart(from);
	const container = placesOf(protocol).containers.find((each) => spellPart(each) === place);
	const wanted = redirect === null ? followedBy : [redirect, ...followedBy];
	const start = container && startInstead(container, wanted, leaving);
	if (start) writeAt(protocol, path, start);
	return start !== undefined;
}

/** The condition that waits for a step, wherever that step stands; none without a step. */
function awaited(
	protocol: Protocol,
	reached: string | null,
): { track: string; reached: string } | undefined {
	if (reached === null) return undefined;
	const container = placesOf(protocol).steps.get(reached)?.container;
	return { track: container?.id ?? reached, reached };
}

/** A condition names a track and a step of it: it is one reference, not two. */
function onePerPlace(references: Reference[]): Reference[] {
	const byPlace = new Map(references.map((each) => [each.path.join("/"), each]));
	return [...byPlace.values()];
}
