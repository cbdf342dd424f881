import type { Knowledge } from "./knowledge.ts";
import type { PlacedWord } from "./placed-words.ts";

/** An acronym is seldom longer. */
const longestAcronym = 6;

/** Whether a word in capitals may name somebody, and is no acronym. */
export function capitalsNameSomebody(
	words: readonly PlacedWord[],
	at: number,
	known: Knowledge,
): boolean {
	const word = words[at];
	if (!word || /\d/.test(word.bare) || isExcused(word.bare, known)) return false;
	if (known.isNameFirst(word.bare)) return true;
	if (known.isWord(word.bare)) return false;
	if (known.isGivenName(word.bare)) return word.bare.length > 3;
	if (word.shouted || word.bare.length > longestAcronym) return true;
	return known.isName(word.bare) ? word.bare.length > 4 : standsByAName(words, at, known);
}

function isExcused(bare: string, known: Knowledge): boolean {
	const singular = bare.replace(/s$/, "");
	if ([bare, singular].some((form) => known.isKnown(form) || known.isAcronym(form))) return true;
	return known.isPlace(bare) && !known.isGivenName(bare);
}

/** « Kenza ABDEL »: an unknown word in capitals beside a name is a surname. */
function standsByAName(words: readonly PlacedWord[], at: number, known: Knowledge): boolean {
	const [before, next] = [words[at - 1], words[at + 1]];
	const beside = [
		words[at]?.before === " " ? before : undefined,
		next?.before === " " ? next : undefined,
	];
	return beside.some(
		(word) => word?.look === "capital" && !known.isWord(word.bare) && !known.isKnown(word.bare),
	);
}
