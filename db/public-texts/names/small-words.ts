import type { Knowledge } from "./knowledge.ts";
import type { PlacedWord } from "./placed-words.ts";

const shortest = 4;

/** Whether a word in small letters may name somebody: « appelez kenza ». */
export function smallNamesSomebody(
	words: readonly PlacedWord[],
	at: number,
	known: Knowledge,
): boolean {
	const word = words[at];
	if (!word || word.bare.length < shortest || /[\d_]/.test(word.bare)) return false;
	if (known.isWord(word.bare) || known.isKnown(word.bare) || known.isPlace(word.bare)) return false;
	if (known.isAcronym(word.bare) || isOfAWebAddress(words, at)) return false;
	return known.hasAllWords || known.isGivenName(word.bare);
}

/** « internet-signalement.gouv.fr » */
function isOfAWebAddress(words: readonly PlacedWord[], at: number): boolean {
	return [words[at], words[at + 1]].some((word) => word?.before === ".");
}
