import type { Span } from "../finding.ts";
import { type Word, wordIndexAt } from "../words.ts";
import type { Format, Reading } from "./format.ts";
import { monthNumber } from "./months.ts";
import { isDay, isYear, namedDates, numericDates, yearFrom } from "./written-dates.ts";

/**
 * A whole date that could be somebody's birth date, or what is said of a birth in less: the
 * year, the day and the month. The date of a law or of an event may be written.
 */
export const birthDate: Format = { kind: "birth-date", find: findBirthDates };

function findBirthDates({ plain, words }: Reading): Span[] {
	const named = namedDates(words).map(({ first, last }) => ({
		from: words[first]?.from ?? 0,
		to: words[last]?.to ?? 0,
	}));
	const whole = [...named, ...numericDates(plain.text)].filter(
		({ from }) => !isOfADocument(words, from),
	);
	return [...whole, ...partialBirths(words)];
}

/** What has a public date: texts of law, documents, events, and the days from which they count. */
const documents =
	/^(?:lois?|decrets?|circulaires?|arretes?|ordonnances?|instructions?|directives?|reglements?|conventions?|protocoles?|rapports?|plans?|strategies?|avis|deliberations?|referentiels?|recommandations?|guides?|versions?|verifie|verifiee|verifies|verifiees|jour|publie|publiee|publies|adopte|adoptee|vigueur|compter|tard|avant|echeance|limite|sessions?|editions?|partir|depuis|jusqu|reunions?|rencontres?|colloques?|journees?|formations?|webinaires?|act|acts|law|decree|circular|order|orders|guidelines?|report|protocol|regulation|strategy|verified|checked|updated|published|adopted|force|since|until|before|deadline|meeting|training|webinar|conference)$/;

/** How many words before a date may say what it is the date of. */
const reach = 6;

function isOfADocument(words: readonly Word[], from: number): boolean {
	const at = wordIndexAt(words, from);
	const near = words.slice(Math.max(0, at - reach), at);
	const birth = near.findLastIndex(({ bare }) => isBirth(bare));
	return near.slice(birth + 1).some(({ bare }) => documents.test(bare)) && birth < 0;
}

const births =
	/^(?:ne|nee|nes|nees|naissance|naissances|anniversaire|born|birth|birthday|birthdate|ddn|dob)$/;

function isBirth(bare: string): boolean {
	return births.test(bare);
}

/** « née en 2011 », « né le 12 mars », « date de naissance : mars 2011 ». */
function partialBirths(words: readonly Word[]): Span[] {
	return words.flatMap((word, at) => {
		if (!saysABirth(words, at)) return [];
		const said = words.slice(at + 1, at + 1 + reach);
		const last = said.findLast((near, index) => saysWhen(near, said, index));
		return last ? [{ from: word.from, to: last.to }] : [];
	});
}

/** « ne » without its accent is half of a negation: only « né » says a birth. */
function saysABirth(words: readonly Word[], at: number): boolean {
	const word = words[at];
	if (!word || !isBirth(word.bare)) return false;
	return word.bare !== "ne" || /^n[éÉ]$/iu.test(word.text) || words[at + 1]?.bare === "le";
}

function saysWhen(word: Word, said: readonly Word[], index: number): boolean {
	if (isYear(word.text) || yearFrom(said, index) > index) return true;
	return monthNumber(word.bare) !== undefined && isDay(said[index - 1]);
}
