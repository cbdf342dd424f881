import { type PartRef, spellPart } from "#protocols/editing/part-ref.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import type { Language } from "#protocols/language/text.ts";
import { linesBetween } from "./lines-between.ts";
import type { Part, RolesIn } from "./part.ts";
import { partsOf } from "./parts-of.ts";
import { placeLines } from "./place-lines.ts";
import type { Said } from "./words.ts";

export const changeKinds = ["added", "removed", "moved", "changed"] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** One thing that is otherwise: what it is, how it was and how it is now. */
export type DifferenceLine = {
	change: ChangeKind;
	/** What it is within the part, such as `delay` or `outcome/DONE/to`. */
	facet: string;
	label: Said;
	before?: Said;
	after?: Said;
	/** Of a text: the language in which it is written. */
	written?: Language;
};

/** A part of which something is otherwise. */
export type PartDifference = {
	ref: PartRef;
	change: ChangeKind;
	title: Said;
	/** Of a part that is new or gone: what it is, in a few words. */
	summary?: Said;
	lines: DifferenceLine[];
	/** The roles that have to do with it, in each version that has it. */
	roles: { before?: RolesIn; after?: RolesIn };
};

/**
 * What is otherwise in a version of a protocol than in an earlier one: in the reading order of the
 * later one, then what is gone. Empty exactly when both are the same document.
 *
 * @param before undefined for a first version, of which everything is new
 */
export function difference(before: Protocol | undefined, after: Protocol): PartDifference[] {
	const [earlier, later] = [before ? partsOf(before) : [], partsOf(after)];
	const was = new Map(earlier.map((part) => [spellPart(part.ref), part]));
	const is = new Map(later.map((part) => [spellPart(part.ref), part]));
	const places = placeLines(was, is);
	return [
		...later.flatMap((part) => {
			const name = spellPart(part.ref);
			const former = was.get(name);
			if (!former) return [addedPart(part)];
			const lines = [...(places.get(name) ?? []), ...linesBetween(former, part)];
			return lines.length > 0 ? [changedPart(former, part, lines)] : [];
		}),
		...earlier.filter(({ ref }) => !is.has(spellPart(ref))).map(removedPart),
	];
}

function addedPart({ ref, title, summary, roles }: Part): PartDifference {
	return { ref, change: "added", title, summary, lines: [], roles: { after: roles } };
}

function removedPart({ ref, title, summary, roles }: Part): PartDifference {
	return { ref, change: "removed", title, summary, lines: [], roles: { before: roles } };
}

/** A part of which nothing but its place is otherwise was moved; any other was changed. */
function changedPart(former: Part, part: Part, lines: DifferenceLine[]): PartDifference {
	const { ref, title } = part;
	const change = lines.every((line) => line.change === "moved") ? "moved" : "changed";
	return { ref, change, title, lines, roles: { before: former.roles, after: part.roles } };
}
