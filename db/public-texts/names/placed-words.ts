import type { Word } from "../words.ts";

/** A word with its place in its sentence, and how it is written. */
export type PlacedWord = Word & {
	/** A capital here may be that of the sentence. */
	starts: boolean;
	/** In small letters, with a capital, or all in capitals. */
	look: "small" | "capital" | "capitals";
	/** Its whole sentence is in capitals, which then say nothing. */
	shouted: boolean;
};

/** Places the words of a text in its sentences. */
export function placedWords(words: readonly Word[]): PlacedWord[] {
	const placed = words.map((word, at) => ({
		...word,
		starts: startsSentence(words, at),
		look: lookOf(word.text),
		shouted: false,
	}));
	for (const sentence of sentencesOf(placed)) {
		const shouted = isShouted(sentence);
		for (const word of sentence) word.shouted = shouted;
	}
	return placed;
}

const abbreviations =
	/^(?:m|mm|mr|mrs|ms|mme|mmes|mlle|dr|drs|pr|me|art|cf|ex|st|ste|n|p|r|l|d|tel|av|bd|env|min|max|etc|sq|al|ch)$/;

const listMark = /(?:^|[\n ])[-•*·>]+ $|\n/;

function startsSentence(words: readonly Word[], at: number): boolean {
	const before = words[at]?.before ?? "";
	if (at === 0 || listMark.test(before)) return true;
	if (/[!?:;«»"“”(/]/.test(before)) return true;
	const ended = before.includes(".");
	return ended && !abbreviations.test(words[at - 1]?.bare ?? "");
}

function lookOf(text: string): PlacedWord["look"] {
	if (!/^\p{Lu}/u.test(text)) return "small";
	// The plural of an acronym stays one: « the CRIPs ».
	const letters = text.replace(/[^\p{L}]/gu, "").replace(/(?<=\p{Lu}{2})s$/u, "");
	return letters.length > 1 && letters === letters.toUpperCase() ? "capitals" : "capital";
}

function* sentencesOf(words: readonly PlacedWord[]): Generator<PlacedWord[]> {
	let from = 0;
	for (let at = 1; at <= words.length; at++) {
		if (at < words.length && !words[at]?.starts) continue;
		yield words.slice(from, at);
		from = at;
	}
}

/** At least three words in capitals, and more of them than of others. */
function isShouted(sentence: readonly PlacedWord[]): boolean {
	const long = sentence.filter(({ text }) => text.length > 1);
	const loud = long.filter(({ look }) => look === "capitals");
	return loud.length >= 3 && loud.length > long.length / 2;
}
