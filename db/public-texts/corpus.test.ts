import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { catalogue } from "#protocols/catalogue/catalogue.ts";
import { corpusFiles, halves, linesOf } from "./corpus/corpus-files.ts";
import { inspectText } from "./inspect-text.ts";
import { readNameLists } from "./names/name-lists.ts";
import { publicTextsOf } from "./protocol-texts.ts";
import { bareForm } from "./words.ts";

/*
 * How well the guard sees, on sentences that its rules were not written for: the half named
 * `held`. The half named `dev` is the one that was looked at while writing them.
 */

test("the generated files of the corpus are as their script writes them", () => {
	for (const { name, text } of corpusFiles()) {
		const written = readFileSync(new URL(`corpus/${name}`, import.meta.url), "utf8");
		expect(written === text, name).toBe(true);
	}
});

test("no invented name, nor any part of one, is in a list that the guard reads", () => {
	const { names } = readNameLists();
	const invented = ["given-names.txt", "surnames.txt"].flatMap(linesOf);

	const listed = invented.filter((name) => {
		const parts = name.split("-").filter((part) => part.length > 3);
		return [name, ...parts].some((part) => names.has(bareForm(part)));
	});

	expect(listed).toEqual([]);
	expect(dictionaryEntries().filter((entry) => invented.includes(entry))).toEqual([]);
	expect(invented.length).toBeGreaterThan(700);
});

test("every telephone number, address, birth date and the like is seen, however it is written", () => {
	const cases = linesOf("formats.held.tsv").map((line) => line.split("\t"));
	const counts = new Count();
	for (const [kind = "", sentence = ""] of cases) {
		const { stops } = inspectText(sentence, { language: "fr" });
		counts.add(
			kind,
			stops.some((stop) => stop.kind === kind),
		);
	}

	counts.print("Formats, recall (goal: all)");
	expect(cases.length).toBeGreaterThanOrEqual(300);
	expect(counts.share()).toBe(1);
});

test("nine names in ten that no list holds are seen", () => {
	const french = namedSentences("names.held.fr.tsv");
	const counts = recallOf(french, "fr");

	counts.print("Names that are in no list, recall in French (goal: 90 %)");
	expect(french.length).toBeGreaterThanOrEqual(2000);
	expect(counts.share()).toBeGreaterThanOrEqual(0.9);

	const english = recallOf(namedSentences("names.held.en.tsv"), "en");
	english.print("The same in English (goal: 90 %)");
	expect(english.share()).toBeGreaterThanOrEqual(0.9);
});

test("common names are seen too, those least that are towns", () => {
	const counts = recallOf(namedSentences("known-names.held.fr.tsv"), "fr");

	counts.print("Names that everybody knows, recall in French");
	expect(counts.share()).toBeGreaterThanOrEqual(0.85);
});

test("one sentence of guidance in twenty, at most, is suspected for nothing", () => {
	const french = linesOf("guidance.held.fr.txt");
	const alarms = falseAlarms(french, "fr");

	alarms.print("False alarms in French guidance (goal: 5 % at most)");
	expect(french.length).toBeGreaterThanOrEqual(300);
	expect(alarms.share()).toBeLessThanOrEqual(0.05);

	const english = falseAlarms(linesOf("guidance.held.en.txt"), "en");
	english.print("The same in English (goal: 5 % at most)");
	expect(english.share()).toBeLessThanOrEqual(0.05);
});

test.each(catalogue)("nothing in the texts of the model $id waits for a second person", (model) => {
	const seen = publicTextsOf(model.document).flatMap(({ place, language, text }) => {
		const { stops, warnings } = inspectText(text, { language });
		return [...stops, ...warnings].map((finding) => `${place} (${language}): ${finding.seen}`);
	});

	expect(seen).toEqual([]);
});

test("both halves of the corpus hold different names and different sentences", () => {
	const [dev, held] = halves.map((half) => {
		const lines = namedSentences(`names.${half}.fr.tsv`);
		return new Set(lines.flatMap(({ name, sentence }) => [name, sentence]));
	});

	expect([...(dev ?? [])].filter((text) => held?.has(text))).toEqual([]);
});

type Named = { way: string; name: string; surname: string; sentence: string };

function namedSentences(file: string): Named[] {
	return linesOf(file).map((line) => {
		const [way = "", name = "", surname = "", sentence = ""] = line.split("\t");
		return { way, name, surname, sentence };
	});
}

/** A sentence counts as seen when a warning touches the name or the surname in it. */
function recallOf(cases: readonly Named[], language: "fr" | "en"): Count {
	const counts = new Count();
	for (const { way, name, surname, sentence } of cases) {
		const { warnings } = inspectText(sentence, { language });
		const seen = warnings.some((warning) =>
			[name, surname].some((part) => part !== "" && touches(warning.seen, part)),
		);
		counts.add(way, seen);
	}
	return counts;
}

function touches(seen: string, name: string): boolean {
	return bareForm(seen).includes(bareForm(name)) || bareForm(name).includes(bareForm(seen));
}

function falseAlarms(sentences: readonly string[], language: "fr" | "en"): Count {
	const counts = new Count();
	for (const sentence of sentences) {
		const { stops, warnings } = inspectText(sentence, { language });
		counts.add("stops", stops.length > 0);
		counts.add("warnings", warnings.length > 0);
		counts.add("either", stops.length + warnings.length > 0);
	}
	return counts.only("either");
}

function dictionaryEntries(): string[] {
	const folder = createRequire(import.meta.url).resolve("dictionary-fr");
	const entries = readFileSync(folder.replace(/index\.js$/, "index.dic"), "utf8");
	return entries.split("\n").map((line) => line.split("/")[0] ?? "");
}

/** How many were seen of how many, by category. */
class Count {
	readonly #seen = new Map<string, [yes: number, all: number]>();
	#shown: string | undefined;

	add(category: string, yes: boolean): void {
		const [before, all] = this.#seen.get(category) ?? [0, 0];
		this.#seen.set(category, [before + Number(yes), all + 1]);
	}

	/** Counts one category for the share, and prints all. */
	only(category: string): Count {
		this.#shown = category;
		return this;
	}

	share(): number {
		const counted = [...this.#seen].filter(([category]) => (this.#shown ?? category) === category);
		const sum = (at: 0 | 1) => counted.reduce((total, [, counts]) => total + counts[at], 0);
		return sum(0) / sum(1);
	}

	print(title: string): void {
		const line = (category: string, yes: number, all: number) =>
			`  ${category.padEnd(20)} ${yes}/${all} = ${((100 * yes) / all).toFixed(1)} %`;
		const lines = [...this.#seen].map(([category, [yes, all]]) => line(category, yes, all));
		process.stdout.write(
			`${[title, ...lines].join("\n")}\n  ${"together".padEnd(20)} ${(100 * this.share()).toFixed(1)} %\n`,
		);
	}
}
