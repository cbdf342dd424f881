import type { Span } from "../finding.ts";
import type { Word } from "../words.ts";
import { capitalNamesSomebody } from "./capital-words.ts";
import { capitalsNameSomebody } from "./capitals.ts";
import { initialsIn } from "./initials.ts";
import type { Knowledge } from "./knowledge.ts";
import { placedWords } from "./placed-words.ts";
import { smallNamesSomebody } from "./small-words.ts";

/**
 * What may be the name of a person in a text: what lists of names hold, and what no dictionary
 * holds where a name could stand. Places and institutions are not names.
 */
export function findNames(text: string, words: readonly Word[], known: Knowledge): Span[] {
	const placed = placedWords(words);
	const rules = {
		small: smallNamesSomebody,
		capital: capitalNamesSomebody,
		capitals: capitalsNameSomebody,
	};
	const named = placed.flatMap((word, at) => {
		return rules[word.look](placed, at, known) ? [{ from: word.from, to: word.to }] : [];
	});
	return joinNeighbours(text, [...named, ...initialsIn(text)]);
}

/** A given name and a surname side by side are one finding. */
function joinNeighbours(text: string, spans: readonly Span[]): Span[] {
	const sorted = spans.toSorted((one, other) => one.from - other.from);
	const joined: Span[] = [];
	for (const span of sorted) {
		const last = joined.at(-1);
		const between = last && text.slice(last.to, span.from);
		if (last && (span.from <= last.to || /^[ '-]$/.test(between ?? ""))) {
			joined.splice(-1, 1, { from: last.from, to: Math.max(last.to, span.to) });
		} else joined.push(span);
	}
	return joined;
}
