import { canonicalJson } from "#protocols/language/canonical.ts";
import { placesOf } from "#protocols/language/places.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { languages, type Text, text } from "#protocols/language/text.ts";
import { partOf } from "./command-part.ts";
import type { EditCommand } from "./commands.ts";
import { type PartRef, partNamed, spellPart } from "./part-ref.ts";
import { allReferences } from "./references.ts";

/** What a wish would overwrite, as it stands in a protocol, by the names of its properties. */
export type Standing = Readonly<Record<string, unknown>>;

/**
 * What a wish was made on: the properties that it sets, the part that it takes away with what
 * points there, the place that it moves from. While that is as its author saw it, the wish can be
 * granted, whatever else was changed meanwhile.
 */
export function standsOn(protocol: Protocol, command: EditCommand): Standing {
	const part = exactPart(protocol, partOf(command));
	const [verb] = command.type.split("-");
	switch (verb) {
		case "set":
			return properties(protocol, part, command);
		case "delete":
			return {
				part: ownPart(protocol, part, command),
				...("outcome" in command ? {} : { by: pointing(protocol, part) }),
			};
		case "move":
			return { in: placeOf(protocol, part) };
		default:
			return "through" in command && command.through
				? { to: outcomeOf(protocol, command.through)?.to }
				: {};
	}
}

/**
 * Whether what a wish was made on is still as its author saw it. A text may have been written in
 * another language meanwhile, by whoever translates it.
 */
export function isUnchanged(seen: Protocol, now: Protocol, command: EditCommand): boolean {
	const before = standsOn(seen, command);
	const present = standsOn(now, command);
	const wish: Standing = { ...command };
	return Object.keys({ ...before, ...present }).every((key) => {
		const isSame = canonicalJson([before[key] ?? null]) === canonicalJson([present[key] ?? null]);
		return isSame || isTranslated(before[key], present[key], wish[key]);
	});
}

/** Whoever changed a text since left alone what the wish changes of it. */
function isTranslated(before: unknown, present: unknown, wish: unknown): boolean {
	const [seen, now, wished] = [before, present, wish].map(asText);
	if (!seen || !now || !wished) return false;
	return languages.every(
		(language) =>
			seen[language] === now[language] ||
			wished[language] === seen[language] ||
			wished[language] === now[language],
	);
}

/** A text in its languages; nothing for anything else. */
export function asText(value: unknown): Text | undefined {
	return text.safeParse(value).data;
}

/** Words of a command that name what it is about; all others are properties that it sets. */
const naming = [
	"type",
	"step",
	"outcome",
	"role",
	"group",
	"track",
	"interruption",
	"in",
	"milestone",
];

function properties(protocol: Protocol, part: PartRef, command: EditCommand): Standing {
	if (command.type === "set-promise") return { within: promiseOf(protocol, command.milestone) };
	const own: Record<string, unknown> = { ...ownPart(protocol, part, command) };
	const isNaming = (key: string) =>
		naming.includes(key) && !(key === "role" && part.kind === "step");
	const set = Object.entries(command).filter(
		([key, value]) => value !== undefined && !isNaming(key),
	);
	// Another kind brings other outcomes and terms: the whole step is at stake.
	if (set.some(([key]) => key === "kind")) return own;
	return Object.fromEntries(set.map(([key, value]) => [key, within(own[key], value, key)]));
}

/** Of the terms of a handoff, those that the wish sets. */
function within(standing: unknown, wished: unknown, key: string): unknown {
	if (key !== "handoff" || standing === undefined) return standing;
	const terms = new Map(Object.entries(standing ?? {}));
	return Object.fromEntries(Object.keys(wished ?? {}).map((term) => [term, terms.get(term)]));
}

function ownPart(protocol: Protocol, part: PartRef, command: EditCommand): object | undefined {
	if ("outcome" in command) return outcomeOf(protocol, command);
	return documentOf(protocol, part);
}

function outcomeOf(protocol: Protocol, { step, outcome }: { step: string; outcome: string }) {
	const outcomes = placesOf(protocol).steps.get(step)?.step.outcomes;
	return outcomes?.find(({ code }) => code === outcome);
}

/** The part of the document that a name stands for. */
export function documentOf(protocol: Protocol, part: PartRef): object | undefined {
	if (part.kind === "protocol") return protocol;
	const { id } = part;
	const places = placesOf(protocol);
	switch (part.kind) {
		case "role":
			return protocol.roles.find((role) => role.id === id);
		case "phase":
			return protocol.phases.find((phase) => phase.id === id);
		case "step":
			return places.steps.get(id)?.step;
		case "group":
			return places.groups.get(id)?.group;
		case "track":
			return places.tracks.get(id)?.within?.group.tracks.find((track) => track.id === id);
		case "interruption":
			return protocol.interruptions.find((interruption) => interruption.id === id);
	}
}

function exactPart(protocol: Protocol, part: PartRef): PartRef {
	if (part.kind !== "track") return part;
	return partNamed(placesOf(protocol), part.id) ?? part;
}

function promiseOf(protocol: Protocol, milestone: string) {
	return protocol.promises.find((promise) => promise.milestone === milestone)?.within;
}

/** Who points to a part, without the place in the document, which others may shift. */
function pointing(protocol: Protocol, part: PartRef): string[] {
	const spelled = spellPart(part);
	return allReferences(protocol)
		.filter(({ to }) => spellPart(to) === spelled)
		.map(({ kind, from, outcome = "" }) => `${kind} ${spellPart(from)} ${outcome}`)
		.sort();
}

/** What holds a part now. */
function placeOf(protocol: Protocol, part: PartRef): string | undefined {
	const places = placesOf(protocol);
	if (part.kind === "step") return places.steps.get(part.id)?.container.id;
	if (part.kind === "group") return places.groups.get(part.id)?.container.id;
	if (part.kind === "track") return places.tracks.get(part.id)?.within?.group.id;
	return documentOf(protocol, part) && "there";
}
