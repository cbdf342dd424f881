import {
	isNameOfInstitution,
	isPlaceOfInstitution,
	isTitled,
	saysWhere,
	saysWhereTo,
} from "./introductions.ts";
import type { Knowledge } from "./knowledge.ts";
import type { PlacedWord } from "./placed-words.ts";

/** Whether a word that begins with a capital may name somebody. */
export function capitalNamesSomebody(
	words: readonly PlacedWord[],
	at: number,
	known: Knowledge,
): boolean {
	const word = words[at];
	if (!word || word.bare.length < 2 || /\d/.test(word.bare)) return false;
	if (isTitled(words, at)) return true;
	if (known.isKnown(word.bare) || isNameOfInstitution(words, at)) return false;
	if (known.isAcronym(word.bare) && /\p{Lu}.*\p{Lu}/u.test(word.text)) return false;
	if (known.isNameFirst(word.bare)) return true;
	if (known.isWord(word.bare)) return wordNamesSomebody(words, at, known);
	return !isOnlyAPlace(words, at, known);
}

/** Words of the dictionary: « Rose est venue » names somebody, « Rose ou bleue » does not. */
function wordNamesSomebody(words: readonly PlacedWord[], at: number, known: Knowledge): boolean {
	const word = words[at];
	if (!word) return false;
	const [first = ""] = word.bare.split("-");
	const compound = first !== word.bare;
	if (!known.isNameToo(first) || (compound && !known.isName(word.bare))) return false;
	return word.starts ? goesOnLikeAName(words, at) : true;
}

/** What follows a word that is no name: « Rose ou bleue », « Juste après ». */
const linksOfWords =
	/^(?:de|des|du|d|la|le|les|l|un|une|en|à|au|aux|ou|par|pour|sur|dans|sans|que|qu|qui|comme|mais|après|avant|avec|si|of|or|the|in|on|at|by|for|with|to|under|over|without|from)$/;

/** Whether a word at the start of a sentence is followed as a person's name would be. */
function goesOnLikeAName(words: readonly PlacedWord[], at: number): boolean {
	const [next, third] = [words[at + 1], words[at + 2]];
	if (!next) return false;
	if (next.before === ", ") return third?.bare === "ans" || next.look === "capital";
	if (next.before !== " ") return false;
	if (next.bare === "et" || next.bare === "and") return third?.look === "capital";
	return next.look === "small" && !linksOfWords.test(next.text);
}

/** Places are not names, where a place can stand; a place that nobody is called after is one anywhere. */
function isOnlyAPlace(words: readonly PlacedWord[], at: number, known: Knowledge): boolean {
	const bare = words[at]?.bare ?? "";
	if (!known.isPlace(bare)) return false;
	if (!known.isName(bare) || saysWhereTo(words, at) || isPlaceOfInstitution(words, at)) return true;
	if (known.isGivenName(bare) && !known.isTown(bare)) return false;
	return (
		saysWhere(words, at) || isSubjectLikeAPlace(words, at) || goesOnFromAPlace(words, at, known)
	);
}

/** « Nantes, Angers » */
function goesOnFromAPlace(words: readonly PlacedWord[], at: number, known: Knowledge): boolean {
	return words[at]?.before === ", " && known.isPlace(words[at - 1]?.bare ?? "");
}

const personal =
	/^(?:dort|vit|parle|refuse|habite|fugue|pleure|revient|repond|appelle|rappelle|aime|craint|pense|croit|dit)$/;

/** « Lyon finance deux postes », not « Lyon dort dans une voiture ». */
function isSubjectLikeAPlace(words: readonly PlacedWord[], at: number): boolean {
	const [word, next, third] = [words[at], words[at + 1], words[at + 2]];
	if (!word?.starts || !next || third?.bare === "ans") return false;
	return !personal.test(next.bare) && !personal.test(third?.bare ?? "");
}
