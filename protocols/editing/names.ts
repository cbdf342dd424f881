import { type Places, placesOf } from "#protocols/language/places.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import type { Text } from "#protocols/language/text.ts";
import { refuse } from "./change.ts";
import type { EditRefusal } from "./refusal.ts";

/** Every name that a new step, group, track or interruption cannot have. */
export function namesIn(protocol: Protocol, places: Places = placesOf(protocol)): Set<string> {
	return new Set([
		...reservedNames,
		...places.containers.map(({ id }) => id),
		...places.steps.keys(),
		...places.groups.keys(),
	]);
}

/** Names that the compiled machine gives to its own states, and one that every JavaScript object has. */
const reservedNames = ["course", "idle", "end", "constructor"];

/** The names of roles, which are a set of their own. */
export function roleNamesIn(protocol: Protocol): Set<string> {
	return new Set(["constructor", ...protocol.roles.map(({ id }) => id)]);
}

/**
 * A name for a new part, after its French title: lower case, without accents, not taken yet. It
 * stays when the title changes.
 *
 * @param kind what the name begins with where the title begins with a figure
 */
export function nameFrom(title: Text, kind: string, taken: ReadonlySet<string>): string {
	const words = plain(title.fr)
		.toLowerCase()
		.split(/[^a-z0-9]+/);
	const joined = words.filter(Boolean).join("-") || kind;
	const name = /^[a-z]/.test(joined) ? joined : `${kind}-${joined}`;
	return unique(shortened(name, longestName, "-"), taken);
}

/**
 * The name of a new part: the one that was asked for, or one after its title.
 *
 * @param taken every name that is taken; the new one is added
 */
export function nameNew(
	{ id: wanted, title, kind }: { id?: string | undefined; title: Text; kind: string },
	taken: Set<string>,
): { id: string } | { refusal: EditRefusal } {
	if (wanted && taken.has(wanted)) return refuse({ code: "name-taken", name: wanted });
	const id = wanted ?? nameFrom(title, kind, taken);
	taken.add(id);
	return { id };
}

/** The same name where it is free, else with the first free number behind it. */
export function unique(name: string, taken: ReadonlySet<string>): string {
	return firstFree(name, { most: longestName, between: "-" }, taken);
}

/** A code for a new outcome, after its French label: capitals, not taken in its step yet. */
export function codeFrom(label: Text, taken: ReadonlySet<string>): string {
	const words = plain(label.fr)
		.toUpperCase()
		.split(/[^A-Z0-9]+/);
	const joined = words.filter(Boolean).join("_") || "OUTCOME";
	const code = /^[A-Z]/.test(joined) ? joined : `OUTCOME_${joined}`;
	return uniqueCode(shortened(code, longestCode, "_"), taken);
}

/** The same code where it is free, else with the first free number behind it. */
export function uniqueCode(code: string, taken: ReadonlySet<string>): string {
	return firstFree(code, { most: longestCode, between: "_" }, taken);
}

/** Shorter than the language allows: a number may follow, and people read them in addresses. */
const longestName = 48;
const longestCode = 32;

/** The letters of the title without their accents. */
function plain(title: string): string {
	return title
		.replace(/[œŒ]/g, "oe")
		.replace(/[æÆ]/g, "ae")
		.normalize("NFD")
		.replace(/\p{Mark}/gu, "")
		.replace(/ß/g, "ss");
}

/** Cut between two words where that is possible. */
function shortened(name: string, most: number, between: string): string {
	if (name.length <= most) return name;
	const cut = name.slice(0, most + 1).lastIndexOf(between);
	return name.slice(0, cut > 0 ? cut : most);
}

function firstFree(
	name: string,
	{ most, between }: { most: number; between: string },
	taken: ReadonlySet<string>,
): string {
	if (!taken.has(name)) return name;
	const base = shortened(name.replace(new RegExp(`${between}\\d+$`), ""), most, between);
	let number = 2;
	while (taken.has(`${base}${between}${number}`)) number += 1;
	return `${base}${between}${number}`;
}
