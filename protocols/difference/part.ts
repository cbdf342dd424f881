import type { PartRef } from "#protocols/editing/part-ref.ts";
import type { Language } from "#protocols/language/text.ts";
import type { Said } from "./words.ts";

/** One thing that is said of a part: its delay, the label of an outcome. */
export type Facet = {
	/** Its name within the part, such as `delay` or `handoff/to`. */
	name: string;
	label: Said;
	/** What the document holds there; facets of equal values are equal. */
	value: unknown;
	said: Said;
	/** Of a text: the language in which it is written. */
	written?: Language;
};

/** Something that comes and goes as one within a part: an outcome, the terms of a handoff, a promise. */
export type Item = { key: string; label: Said; summary: Said; facets: Facet[] };

/** Things of one kind in their order. Told by themselves where they are parts, else by their part. */
export type Order = { name: string; label?: Said; entries: { id: string; said: Said }[] };

/** How roles have to do with a part. */
export type RolesIn = {
	carries?: string;
	takesPart: string[];
	/** Of a handoff: the role that is asked. */
	receives?: string;
	/** Of an interruption. */
	raises: string[] | "anyone";
};

/** A part of a protocol, taken apart into everything that the document says of it. */
export type Part = {
	ref: PartRef;
	title: Said;
	/** What it is in a few words: for a part that is new or gone. */
	summary: Said;
	/** The part that holds it; nothing for what stands at the top. */
	within?: { id: string; said: Said };
	facets: Facet[];
	items: Item[];
	orders: Order[];
	roles: RolesIn;
};
