import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { bareForm } from "../words.ts";
import { WordSet, wordNumber } from "./word-set.ts";

/** Names that lists of names hold, without accents: given names of France, and names of any kind. */
export type NameLists = { given: WordSet; names: WordSet };

/** An entry of a list of `gender-detection-from-name`: `['aaron', 'male'],` */
const entry = /\['([^'\n]+)'/g;

/** Reads `gender-detection-from-name` (given names) and `humannames` (given names and surnames). */
export function readNameLists(): NameLists {
	const { resolve } = createRequire(import.meta.url);
	const givenNames = (language: string) => {
		const file = resolve(`gender-detection-from-name/names/${language}`);
		return Array.from(readFileSync(file, "utf8").matchAll(entry), ([, name = ""]) =>
			wordNumber(bareForm(name)),
		);
	};
	const french = givenNames("fr");
	const others = ["en", "it", "es", "de", "tr"].map(givenNames);
	const human = lineNumbers(readFileSync(resolve("humannames/list.txt"), "utf8"));
	return {
		given: new WordSet(Uint32Array.from(french)),
		names: new WordSet(Uint32Array.from([french, ...others, human].flat())),
	};
}

/** The numbers of the lines of a text, one word each. */
function lineNumbers(text: string): number[] {
	return text.split("\n").map((line) => wordNumber(bareForm(line)));
}
