import type { Span } from "./finding.ts";

/** A word of a plain text: letters and digits, with the hyphens inside it. */
export type Word = Span & {
	text: string;
	/** In small letters, without accents: how words are compared. */
	bare: string;
	/** What stands between the word before and this one. */
	before: string;
};

const wordPattern = /[\p{L}\p{Mn}\p{N}_]+(?:-[\p{L}\p{Mn}\p{N}_]+)*/gu;

/** The words of a plain text, in order. An elided article or pronoun is a word of its own. */
export function wordsOf(text: string): Word[] {
	let end = 0;
	return Array.from(text.matchAll(wordPattern), ({ 0: word, index }) => {
		const before = text.slice(end, index);
		end = index + word.length;
		return { text: word, bare: bareForm(word), from: index, to: end, before };
	});
}

const plainLetters = /^[\w-]*$/;

/** A word in small letters and without accents. */
export function bareForm(word: string): string {
	if (plainLetters.test(word)) return word.toLowerCase();
	return word
		.toLowerCase()
		.normalize("NFD")
		.replace(/\p{Mn}/gu, "")
		.replaceAll("ı", "i")
		.replaceAll("œ", "oe")
		.replaceAll("æ", "ae");
}

/** The index of the first word that ends after a place of the text. */
export function wordIndexAt(words: readonly Word[], place: number): number {
	let [low, high] = [0, words.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((words[middle]?.to ?? 0) > place) high = middle;
		else low = middle + 1;
	}
	return low;
}

/** Whether nothing but spaces, and at most one comma or colon, stands before a word. */
export function followsClosely(word: Word | undefined): word is Word {
	return word !== undefined && /^ {0,3}[,:]? {0,3}$/.test(word.before);
}
