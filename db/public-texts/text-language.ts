import type { Language } from "#protocols/language/text.ts";
import { isEnglishWord } from "./names/english-words.ts";
import { knowledgeFor } from "./names/knowledge.ts";
import { plainTextOf } from "./plain-text.ts";
import { wordsOf } from "./words.ts";

/** The language in which somebody wrote a text: French, unless English knows more of its words. */
export function languageOfText(text: string): Language {
	const { isWord } = knowledgeFor("fr");
	const words = wordsOf(plainTextOf(text).text).map(({ bare }) => bare);
	const french = words.filter((bare) => isWord(bare)).length;
	const english = words.filter(isEnglishWord).length;
	return french >= english ? "fr" : "en";
}
