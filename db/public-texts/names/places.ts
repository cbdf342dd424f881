import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { bareForm } from "../words.ts";
import { WordSet } from "./word-set.ts";

/** Where people live, without accents: every place of France, and the towns among them. */
export type Places = { places: WordSet; towns: WordSet };

/** A town with so many inhabitants is spoken of by its name alone. */
const townFrom = 10_000;

/** Reads `@etalab/decoupage-administratif`: communes, arrondissements, départements, regions. */
export function readPlaces(): Places {
	const places: string[] = [];
	const towns: string[] = [];
	for (const file of ["communes", "arrondissements", "departements", "regions"]) {
		for (const { name, population } of readNamed(file)) {
			const words = wordsOfPlace(name);
			places.push(...words);
			if (file !== "communes" || population >= townFrom) towns.push(...words);
		}
	}
	return { places: WordSet.of(places), towns: WordSet.of(towns) };
}

/** « Les Sables-d'Olonne »: the whole, and each word that could stand for it. */
function wordsOfPlace(name: string): string[] {
	const parts = name.split(/[ ']/).filter((part) => /^\p{Lu}/u.test(part) && part.length > 3);
	return [name, ...parts].map(bareForm);
}

/** One place a line: its name, and how many live there. Parsing the whole would cost ten times more. */
function readNamed(file: string): { name: string; population: number }[] {
	const { resolve } = createRequire(import.meta.url);
	const path = resolve(`@etalab/decoupage-administratif/data/${file}.json`);
	return readFileSync(path, "utf8")
		.split("\n")
		.filter((line) => line.includes('"nom":"'))
		.map((line) => ({
			name: after(line, '"nom":"'),
			population: Number.parseInt(after(line, '"population":'), 10) || 0,
		}));
}

function after(line: string, key: string): string {
	const start = line.indexOf(key) + key.length;
	const end = line.indexOf(key.endsWith('"') ? '"' : "}", start);
	return start < key.length ? "" : line.slice(start, end);
}
