import type { Span } from "../finding.ts";
import type { Word } from "../words.ts";
import { monthNumber } from "./months.ts";
import { spokenNumber } from "./spoken-number.ts";

/** Where a text says a whole date: the indexes of its first and last word. */
export type DateWords = { first: number; last: number };

const numeric =
	/(?<![\d.,/-])(\d{1,2}|\d{4}) ?([./ -]) ?(\d{1,2}) ?([./ -]) ?(\d{4}|\d{2})(?![\d/-])(?![.,]\d)/g;

/** Dates in figures: `12/03/2011`, `12 03 2011`, `12-03-11`, `2011-03-12`. */
export function numericDates(text: string): Span[] {
	return Array.from(text.matchAll(numeric))
		.filter(([, one = "", sign = "", two = "", otherSign = "", three = ""]) => {
			const spaced = sign === " " || otherSign === " ";
			if (spaced && one.length + three.length < 5) return false;
			return sign === otherSign && isDate(one, two, three);
		})
		.map(({ 0: seen, index }) => ({ from: index, to: index + seen.length }));
}

function isDate(one: string, two: string, three: string): boolean {
	const [year, first] = one.length === 4 ? [one, three] : [three, one];
	const [day, month] = [Number(first), Number(two)];
	const plainOrder = day >= 1 && day <= 31 && month >= 1 && month <= 12;
	const otherOrder = month >= 1 && month <= 31 && day >= 1 && day <= 12;
	return (plainOrder || otherOrder) && (year.length === 2 || isYear(year));
}

/** Dates with the name of a month: `12 mars 2011`, `March 12, 2011`, `douze mars deux mille onze`. */
export function namedDates(words: readonly Word[]): DateWords[] {
	return words.flatMap((word, at) => {
		if (monthNumber(word.bare) === undefined) return [];
		return dateAround(words, at) ?? [];
	});
}

function dateAround(words: readonly Word[], month: number): DateWords | undefined {
	const dayBefore = isDay(words[month - 1]) && closely(words[month]);
	const dayAfter = isDay(words[month + 1]) && closely(words[month + 1]);
	if (!dayBefore && !dayAfter) return undefined;
	const last = yearFrom(words, dayBefore ? month + 1 : month + 2);
	return last < 0 ? undefined : { first: dayBefore ? month - 1 : month, last };
}

/** Whether a word says a day of a month: `12`, `1er`, `12th`, `douze`, `premier`. */
export function isDay(word: Word | undefined): boolean {
	if (!word) return false;
	if (word.bare === "premier" || word.bare === "first") return true;
	const figures = /^(\d{1,2})(?:er|st|nd|rd|th)?$/.exec(word.bare)?.[1];
	const day = figures === undefined ? spokenNumber(word.bare) : Number(figures);
	return day !== undefined && day >= 1 && day <= 31;
}

/** Whether a text says a year in which somebody alive was born. */
export function isYear(figures: string): boolean {
	return /^(?:19|20)\d{2}$/.test(figures);
}

/**
 * The index of the last word of a year that begins here; -1 when there is none.
 */
export function yearFrom(words: readonly Word[], at: number): number {
	const word = words[at];
	if (!word || !closely(word)) return -1;
	if (isYear(word.text) || /^\d{2}$/.test(word.text)) return at;
	return spokenYearFrom(words, at);
}

/** « deux mille onze », « deux-mille-onze », « two thousand and eleven ». */
function spokenYearFrom(words: readonly Word[], at: number): number {
	const said = words.slice(at, at + 4).flatMap(({ bare }) => bare.split("-"));
	const [two = "", thousand = "", and = "", after = ""] = said;
	if (!["deux mille", "two thousand"].includes(`${two} ${thousand}`)) return -1;
	const units = spokenNumber(and === "and" ? after : and) !== undefined;
	const parts = units ? (and === "and" ? 4 : 3) : 2;
	return lastWordOf(words, at, parts);
}

/** The index of the word that holds the last of some hyphened parts. */
function lastWordOf(words: readonly Word[], at: number, parts: number): number {
	let left = parts;
	for (let index = at; index < words.length; index++) {
		left -= words[index]?.bare.split("-").length ?? 0;
		if (left <= 0) return index;
	}
	return words.length - 1;
}

function closely(word: Word | undefined): boolean {
	return word !== undefined && /^(?: {0,3}[,:]? {0,3}|\. ?)$/.test(word.before);
}
