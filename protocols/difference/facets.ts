import type { Language, Text } from "#protocols/language/text.ts";
import { languages } from "#protocols/language/text.ts";
import type { Facet } from "./part.ts";
import { asWritten, labelOfText, type Said, words } from "./words.ts";

/** One facet; none where the document says nothing. */
export function facet(name: string, label: Said, value: unknown, say: () => Said): Facet[] {
	return value === undefined ? [] : [{ name, label, value, said: say() }];
}

/** A text: one facet for each language, so that a changed translation is told as such. */
export function textFacets(name: string, label: Said, text: Text | undefined): Facet[] {
	return languages.flatMap((written) => {
		const value = text?.[written];
		if (value === undefined) return [];
		const said = asWritten(value);
		return [textFacet({ name: `${name}/${written}`, label, value, said }, written)];
	});
}

function textFacet(facet: Facet, written: Language): Facet {
	return { ...facet, label: labelOfText(facet.label, written), written };
}

/**
 * A list that may be left out or be empty: both mean the same, but are two documents. Nothing is
 * said where the list holds something.
 */
export function spellingFacet(name: string, list: readonly unknown[] | undefined): Facet[] {
	if (list && list.length > 0) return [];
	const said = list ? words.emptyList : words.absentList;
	return [
		{ name: `${name}/spelling`, label: words.spelling, value: list ? "empty" : "absent", said },
	];
}
