import type { Language } from "#protocols/language/text.ts";
import { languages } from "#protocols/language/text.ts";

/** A text of a protocol that everybody will read, and where it stands. */
export type PlacedText = {
	/** The way to it, by the ids of its parts: `first-contact/guidance`. */
	place: string;
	language: Language;
	text: string;
};

/**
 * Every text of a protocol, in every language, in the order of the document: titles, guidance,
 * labels of outcomes, what to do when nobody answers.
 *
 * @param document a protocol as written; whatever has a text in French is one
 */
export function publicTextsOf(document: unknown, place: readonly string[] = []): PlacedText[] {
	if (Array.isArray(document)) {
		return document.flatMap((item, at) =>
			publicTextsOf(item, [...place, nameOf(item) ?? `${at + 1}`]),
		);
	}
	if (!isRecord(document)) return [];
	if (typeof document.fr === "string") return inLanguages(document, place.join("/"));
	return Object.entries(document).flatMap(([key, value]) =>
		publicTextsOf(value, placeWithin(place, key)),
	);
}

/** The lists of a protocol need no name of their own: the id of the step says where one is. */
const lists = new Set([
	"phases",
	"steps",
	"groups",
	"tracks",
	"outcomes",
	"roles",
	"interruptions",
]);

function placeWithin(place: readonly string[], key: string): readonly string[] {
	return lists.has(key) ? place : [...place, key];
}

function inLanguages(texts: Record<string, unknown>, place: string): PlacedText[] {
	return languages.flatMap((language) => {
		const text = texts[language];
		return typeof text === "string" ? [{ place, language, text }] : [];
	});
}

function nameOf(item: unknown): string | undefined {
	if (!isRecord(item)) return undefined;
	const name = item.id ?? item.code;
	return typeof name === "string" ? name : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
