import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { bareForm } from "../words.ts";
import { entriesOf, readSuffixRules } from "./suffix-rules.ts";
import { WordSet, wordNumber } from "./word-set.ts";

/** What `dictionary-fr` knows, without accents. */
export type FrenchWords = {
	/** Whether this is a word of the language, in any inflected form. */
	isWord(bare: string): boolean;
	/** Whether the dictionary writes it with a capital. */
	isProperNoun(bare: string): boolean;
};

/** Reads the dictionary (Hunspell): its entries with their flags, and its suffix rules. */
export function readFrenchWords(): FrenchWords {
	const folder = dirname(createRequire(import.meta.url).resolve("dictionary-fr"));
	const rules = readSuffixRules(readFileSync(join(folder, "index.aff"), "utf8"));
	const { entries, flagged, properNouns } = readEntries(
		readFileSync(join(folder, "index.dic"), "utf8"),
	);

	const isInflected = (bare: string) => {
		for (const [entry, flag] of entriesOf(bare, rules)) {
			if (flagged.has(entry + flag)) return true;
		}
		return false;
	};
	return {
		isWord: (bare) => entries.has(bare) || isInflected(bare),
		isProperNoun: (bare) => properNouns.has(bare),
	};
}

function readEntries(text: string) {
	const entries: number[] = [];
	const flagged: number[] = [];
	const properNouns: number[] = [];
	for (const line of text.split("\n")) {
		const slash = line.indexOf("/");
		const entry = slash < 0 ? line : line.slice(0, slash);
		const number = wordNumber(bareForm(entry));
		if (startsWithCapital(entry)) {
			properNouns.push(number);
			continue;
		}
		entries.push(number);
		for (let at = entry.length + 1; at < line.length; at += 2) {
			flagged.push(wordNumber(line.slice(at, at + 2), number));
		}
	}
	return {
		entries: setOf(entries),
		flagged: setOf(flagged),
		properNouns: setOf(properNouns),
	};
}

function startsWithCapital(entry: string): boolean {
	const first = entry.charAt(0);
	return first !== first.toLowerCase();
}

function setOf(numbers: number[]): WordSet {
	return new WordSet(Uint32Array.from(numbers));
}
