import type { DocumentPath, PlacedStep, Places } from "#protocols/language/places.ts";
import { placesOf } from "#protocols/language/places.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { type PartRef, partNamed, spellPart } from "./part-ref.ts";
import { sayReference } from "./reference-words.ts";
import type { Reference } from "./refusal.ts";

type Pointing = Omit<Reference, "sentence">;
type Target = { step: PlacedStep; index: number };

/** Everything in a protocol that points to a part, in the order of the document. */
export function referencesTo(protocol: Protocol, part: PartRef): Reference[] {
	const spelled = spellPart(part);
	return allReferences(protocol).filter(({ to }) => spellPart(to) === spelled);
}

/** Everything in a protocol that points to a part of it. */
export function allReferences(protocol: Protocol): Reference[] {
	const places = placesOf(protocol);
	const pointing = [
		...places.containers.flatMap((container) => startOf(places, container)),
		...[...places.groups.values()].flatMap(({ group, path }) =>
			pointTo(places, group.to, {
				kind: "group-leads-to",
				from: { kind: "group", id: group.id },
				path: [...path, "to"],
			}),
		),
		...[...places.steps.values()].flatMap((placed) => ofStep(places, placed)),
		...protocol.interruptions.flatMap(raisers),
	];
	return pointing.map((each) => ({ ...each, sentence: sayReference(protocol, places, each) }));
}

function startOf(places: Places, container: Places["containers"][number]): Pointing[] {
	return pointTo(places, container.start, {
		kind: "starts-with",
		from: { kind: container.kind, id: container.id },
		path: [...container.path, "start"],
	});
}

function raisers({ id, raisedBy }: Protocol["interruptions"][number], index: number): Pointing[] {
	if (raisedBy === "anyone") return [];
	return raisedBy.map((role, position) => ({
		kind: "raised-by",
		from: { kind: "interruption", id },
		to: { kind: "role", id: role },
		path: ["interruptions", index, "raisedBy", position],
	}));
}

function ofStep(places: Places, placed: PlacedStep): Pointing[] {
	const { step, path } = placed;
	const from: PartRef = { kind: "step", id: step.id };
	const toRole = (kind: Pointing["kind"], id: string, at: DocumentPath): Pointing => {
		return { kind, from, to: { kind: "role", id }, path: [...path, ...at] };
	};
	return [
		toRole("carried-by", step.role, ["role"]),
		...step.participants.map((role, index) => toRole("with", role, ["participants", index])),
		...(step.handoff ? [toRole("handed-to", step.handoff.to, ["handoff", "to"])] : []),
		...step.outcomes.flatMap((_, index) => ofOutcome(places, { step: placed, index })),
	];
}

function ofOutcome(places: Places, { step: { step, path }, index }: Target): Pointing[] {
	const outcome = step.outcomes[index];
	if (!outcome) return [];
	const from: PartRef = { kind: "step", id: step.id };
	const at = [...path, "outcomes", index];
	const by = { from, outcome: outcome.code };
	const { to, leads, raises, when } = outcome;
	const awaited = when && "track" in when ? [when.reached, when.track] : [];
	return [
		...pointTo(places, to, { ...by, kind: "outcome-leads-to", path: [...at, "to"] }),
		...pointTo(places, leads, { ...by, kind: "interruption-leads-to", path: [...at, "leads"] }),
		...pointTo(places, raises, { ...by, kind: "raises", path: [...at, "raises"] }),
		...awaited.flatMap((name) =>
			pointTo(places, name, { ...by, kind: "waits-for", path: [...at, "when"] }),
		),
	];
}

/** Points to the part of that name; to nothing where it is one of the ends. */
function pointTo(
	places: Places,
	name: string | undefined,
	pointing: Omit<Pointing, "to">,
): Pointing[] {
	const to = name === undefined ? undefined : partNamed(places, name);
	return to ? [{ ...pointing, to }] : [];
}
