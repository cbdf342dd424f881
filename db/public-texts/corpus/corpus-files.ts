import { readFileSync } from "node:fs";
import { type StopKind, stopKinds } from "../finding.ts";
import { drawFrom } from "./chance.ts";
import { makers } from "./invented-formats.ts";

/** Rules are written while looking at one half; the other half only measures them. */
export const halves = ["dev", "held"] as const;
export type Half = (typeof halves)[number];

/** A file of the corpus: its name, and its lines as they are generated. */
export type CorpusFile = { name: string; text: string };

/** Every file that is generated, from what was written by hand beside it. */
export function corpusFiles(): CorpusFile[] {
	return halves.flatMap((half) => [
		fileOf(`formats.${half}.tsv`, formatLines(half)),
		fileOf(`names.${half}.fr.tsv`, nameLines(half, "fr", half === "dev" ? 20 : 42)),
		fileOf(`names.${half}.en.tsv`, nameLines(half, "en", half === "dev" ? 12 : 24)),
		fileOf(`known-names.${half}.fr.tsv`, knownLines(half)),
	]);
}

/** The lines of a file of this folder, without the empty ones. */
export function linesOf(name: string): string[] {
	const text = readFileSync(new URL(name, import.meta.url), "utf8");
	return text.split("\n").filter((line) => line !== "");
}

const carriers: Record<Half, readonly string[]> = {
	dev: [
		"Pour toute question, {X} suffit.",
		"Le jeune a laissé ceci : {X}",
		"À savoir ({X}) le soir.",
	],
	held: [
		"En cas d'absence, {X} reste le plus sûr.",
		"L'équipe a noté « {X} » dans son cahier.",
		"{X}, sans autre précision.",
		"Retenir {X}.",
	],
};

/** A kind, and a sentence that holds one of that kind. */
function formatLines(half: Half): string[] {
	const draw = drawFrom(`formats of ${half}`);
	return stopKinds.flatMap((kind: StopKind) =>
		makers[kind].flatMap((make) =>
			carriers[half].map((carrier) => `${kind}\t${carrier.replace("{X}", make(draw))}`),
		),
	);
}

/** A way of naming, the name, the surname, and a sentence that names somebody so. */
function nameLines(half: Half, language: "fr" | "en", each: number): string[] {
	const draw = drawFrom(`names ${half} ${language}`);
	const given = ownHalf(linesOf("given-names.txt"), half);
	const family = ownHalf(linesOf("surnames.txt"), half);
	return templatesOf(half, language).flatMap(({ way, template }) => {
		return Array.from({ length: each }, () => {
			const named = { name: draw.one(given), other: draw.one(given), surname: draw.one(family) };
			return [way, named.name, named.surname, filled(template, named, language)].join("\t");
		});
	});
}

/** The same for names that everybody knows, among them those that are words, places, short forms. */
function knownLines(half: Half): string[] {
	const draw = drawFrom(`known names ${half}`);
	const lists = ["listed", "word", "place", "short"];
	return lists.flatMap((list) => {
		const given = ownHalf(linesOf(`known-names.${list}.txt`), half);
		const plain = templatesOf(half, "fr").filter(({ way }) => way === "inside" || way === "start");
		return plain.flatMap(({ way, template }) => {
			return given.slice(0, 5).map(() => {
				const named = { name: draw.one(given), other: draw.one(given), surname: "" };
				return [`${list}, ${way}`, named.name, "", filled(template, named, "fr")].join("\t");
			});
		});
	});
}

function templatesOf(half: Half, language: "fr" | "en"): { way: string; template: string }[] {
	return linesOf(`templates.${half}.${language}.tsv`).map((line) => {
		const [way = "", template = ""] = line.split("\t");
		return { way, template };
	});
}

type Named = { name: string; other: string; surname: string };

function filled(template: string, { name, other, surname }: Named, language: "fr" | "en"): string {
	const sentence = template
		.replace("{G}", name)
		.replace("{g}", name.toLowerCase())
		.replace("{H}", other)
		.replace("{S}", surname)
		.replace("{S!}", surname.toUpperCase());
	return language === "fr" ? sentence.replace(elided, "$1'") : sentence;
}

/** « de Aridjane » is written « d'Aridjane ». */
const elided = /\b(d|qu)e (?=[AEIOUYÀÂÉÈÊËÎÏÔÛÜaeiouyàâéèêëîïôûü])/g;

/** No name of one half is in the other. */
function ownHalf(names: readonly string[], half: Half): string[] {
	return names.filter((_, at) => at % 2 === halves.indexOf(half));
}

function fileOf(name: string, lines: readonly string[]): CorpusFile {
	return { name, text: `${lines.join("\n")}\n` };
}
