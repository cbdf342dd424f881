import { englishNamesToo, isEnglishWord } from "./english-words.ts";
import { readFrenchWords } from "./french-words.ts";
import { acronyms, brands, feasts, fieldWords, institutions, lands } from "./known-words.ts";
import { readNameLists } from "./name-lists.ts";
import { readPlaces } from "./places.ts";
import { namesFirst, namesToo } from "./word-names.ts";

type Language = "fr" | "en";

/** What the lists know about a word, given in small letters without accents. */
export type Knowledge = {
	/** A word of the language of the text, alone or in parts. */
	isWord(bare: string): boolean;
	/** Whether a word that it does not know is none: French has a dictionary, English a list. */
	hasAllWords: boolean;
	/** A name wherever it has a capital, though a dictionary holds it. */
	isNameFirst(bare: string): boolean;
	/** A word as much as a name. */
	isNameToo(bare: string): boolean;
	/** Written with a capital, and nobody's name. */
	isKnown(bare: string): boolean;
	/** An acronym of the field, in small letters. */
	isAcronym(bare: string): boolean;
	isGivenName(bare: string): boolean;
	/** A given name or a surname of any list. */
	isName(bare: string): boolean;
	isPlace(bare: string): boolean;
	isTown(bare: string): boolean;
};

/** Reads something the first time it is asked for. */
function once<Read>(read: () => Read): () => Read {
	let known: { read: Read } | undefined;
	return () => {
		known ??= { read: read() };
		return known.read;
	};
}

/*
 * Each list is read when a text first needs it: a dictionary always, names and places where a word
 * is in no dictionary. A tenth to a fifth of a second each; 4 MB are kept in all.
 */
const french = once(readFrenchWords);
const nameLists = once(readNameLists);
const places = once(readPlaces);

/** What is known when a text is in this language. An English text names French institutions. */
export function knowledgeFor(language: Language): Knowledge {
	const { isWord, isProperNoun } = french();
	const names = (bare: string) => nameLists().names.has(bare);
	const english = language === "en" ? isEnglishWord : () => false;
	const isSimpleWord = (bare: string) => isWord(bare) || fieldWords.has(bare) || english(bare);
	return {
		isWord: (bare) => isSimpleWord(bare) || partsOf(bare).every(isSimpleWord),
		hasAllWords: language === "fr",
		isKnown: (bare) => isListed(bare) || (isProperNoun(bare) && !names(bare)),
		isNameFirst: (bare) => namesFirst.has(bare) && !english(bare),
		isNameToo: (bare) => {
			return (
				namesToo.has(bare) ||
				namesFirst.has(bare) ||
				(language === "en" && englishNamesToo.has(bare))
			);
		},
		isGivenName: (bare) => nameLists().given.has(bare),
		isName: (bare) => names(bare) || partsOf(bare).some(names),
		isAcronym: (bare) => acronyms.has(bare),
		isPlace: (bare) => places().places.has(bare) || lands.has(bare),
		isTown: (bare) => places().towns.has(bare) || lands.has(bare),
	};
}

function isListed(bare: string): boolean {
	return [institutions, brands, feasts].some((list) => list.has(bare));
}

/** The parts of a compound, its single letters left out; a simple word is its own part. */
function partsOf(bare: string): string[] {
	return bare.includes("-") ? bare.split("-").filter((part) => part.length > 1) : [bare];
}
