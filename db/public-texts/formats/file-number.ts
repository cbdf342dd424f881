import * as siren from "stdnum/lib/cjs/fr/siren.js";
import * as siret from "stdnum/lib/cjs/fr/siret.js";
import type { Span } from "../finding.ts";
import { nationalDigits, publishedNumbers } from "../published-numbers.ts";
import type { Word } from "../words.ts";
import { digitRunsOf, joined } from "./digit-runs.ts";
import type { Format, Reading } from "./format.ts";
import { shapedLikeNir } from "./nir.ts";

/** The number of somebody's file: at court, with the police, in a service, at a hospital. */
export const fileNumber: Format = { kind: "file-number", find: findFileNumbers };

function findFileNumbers(reading: Reading): Span[] {
	const shaped = shapedLikeNir(reading).map(({ from, to }) => ({ from, to }));
	return [...announced(reading.words), ...longNumbers(reading), ...shaped];
}

const announcements =
	/^(?:dossier|dossiers|parquet|procedure|procedures|pv|rg|minute|matricule|ipp|agdref|enregistrement|passeport|identite|sejour|recepisse|cni|ine|ref|reference|file|case|passport|n|no|numero|number)$/;

/** Numbers of laws, forms and norms are public. */
const publicTexts =
	/^(?:loi|lois|decret|deliberation|circulaire|ordonnance|arrete|reglement|directive|article|articles|art|code|cerfa|formulaire|norme|iso|fiche|etape|page|annexe|chapitre|act|law|form|section|siret|siren|finess|rna|ape|naf|uai)$/;

const passedOver = new Set([
	"de",
	"du",
	"n",
	"no",
	"numero",
	"au",
	"a",
	"est",
	"d",
	"ip",
	"ase",
	"is",
	"the",
]);

/** « dossier n° 24/153 », « PV 2024/001234 »: what follows the word for a file. */
function announced(words: readonly Word[]): Span[] {
	return words.flatMap((word, at) => {
		if (!announcements.test(word.bare) || isPublic(words, at)) return [];
		const number = numberAfter(words, at);
		const figures = number
			.map(({ text }) => text)
			.join("")
			.replace(/\D/g, "");
		const fewest = isOnlyNumberSign(word) ? 5 : 3;
		const last = number.at(-1);
		if (!last || figures.length < fewest || publishedNumbers.has(figures)) return [];
		return [{ from: word.from, to: last.to }];
	});
}

/** The words that make up the number announced here. */
function numberAfter(words: readonly Word[], at: number): Word[] {
	const ahead = words.slice(at + 1, at + 5);
	const first = ahead.findIndex(({ bare }) => !passedOver.has(bare));
	const start = words[at + 1 + first];
	if (first < 0 || !start || !/^[ :.°º#/-]{0,4}$/.test(start.before)) return [];
	return words.slice(at + 1 + first, endOfNumber(words, at + 1 + first) + 1);
}

/** « n° » alone announces anything; « dossier » says what. */
function isOnlyNumberSign({ bare }: Word): boolean {
	return ["n", "no", "numero", "number", "ref", "reference", "identite", "sejour"].includes(bare);
}

function endOfNumber(words: readonly Word[], start: number): number {
	let last = start;
	while (/^[ ./-]$/.test(words[last + 1]?.before ?? "") && /\d/.test(words[last + 1]?.text ?? "")) {
		last += 1;
	}
	return last;
}

function isPublic(words: readonly Word[], at: number): boolean {
	return words.slice(Math.max(0, at - 3), at + 1).some(({ bare }) => publicTexts.test(bare));
}

/** Nine figures and more count nothing that a public text has to say. */
function longNumbers({ words, telephones }: Reading): Span[] {
	const mayStand = (digits: string) => {
		const dialled = nationalDigits(digits);
		return publishedNumbers.has(dialled) || telephones.has(dialled) || isOfAnOrganisation(digits);
	};
	return digitRunsOf(words, { pauses: false })
		.filter((run) => joined(run).length >= 9 && !run.some(({ spoken }) => spoken))
		.filter((run) => !mayStand(joined(run)) && isOneNumber(run.map(({ digits }) => digits)))
		.map((run) => ({ from: run[0]?.from ?? 0, to: run.at(-1)?.to ?? 0 }));
}

/** SIREN and SIRET name an organisation; their key tells them apart. */
function isOfAnOrganisation(digits: string): boolean {
	return siren.validate(digits).isValid || siret.validate(digits).isValid;
}

/** « 17, 15, 112, 114, 119 » are several numbers, each of them short. */
function isOneNumber(groups: readonly string[]): boolean {
	return (
		groups.some((digits) => digits.length >= 5) ||
		!groups.every((digits) => publishedNumbers.has(digits))
	);
}
