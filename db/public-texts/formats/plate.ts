import type { Span } from "../finding.ts";
import type { Format, Reading } from "./format.ts";

/** A number plate: of today (AB-123-CD) or of before 2009 (1234 AB 75). */
export const plate: Format = { kind: "plate", find: findPlates };

/** The letters I, O and U are never used. */
const today =
	/(?<![\p{L}\p{N}])([A-HJ-NP-TV-Z]{2})([ .-]?)(\d{3})([ .-]?)([A-HJ-NP-TV-Z]{2})(?![\p{L}\p{N}])/giu;

const before2009 =
	/(?<![\p{L}\p{N}])\d{1,4}[ .-]?[A-HJ-NP-TV-Z]{1,3}[ .-]?(?:0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-6])(?![\p{L}\p{N}])/gu;

function findPlates({ plain }: Reading): Span[] {
	const modern = Array.from(plain.text.matchAll(today)).filter((match) => isModern(match));
	const old = Array.from(plain.text.matchAll(before2009)).filter(([seen]) => isOld(seen));
	return [...modern, ...old].map(({ 0: seen, index = 0 }) => ({
		from: index,
		to: index + seen.length,
	}));
}

/** In small letters with spaces, two words and a number make the same shape: « le 119 en ». */
function isModern([seen, , sign, , otherSign]: RegExpMatchArray): boolean {
	return sign !== " " || otherSign !== " " || seen === seen.toUpperCase();
}

/** « 24 H 24 » is no plate: one letter needs four figures before it. */
function isOld(seen: string): boolean {
	const [, figures = "", letters = ""] = /^(\d+)[ .-]?([A-Z]+)/.exec(seen) ?? [];
	return letters.length > 1 ? figures.length > 1 : figures.length === 4;
}
