import type { Span } from "../finding.ts";
import type { Word } from "../words.ts";
import type { Format, Reading } from "./format.ts";
import { spokenNumber } from "./spoken-number.ts";

/** A postal address, or the part of one that leads to a door. */
export const address: Format = { kind: "address", find: findAddresses };

function findAddresses({ plain, words }: Reading): Span[] {
	const streets = words.flatMap((_, at) => streetAt(words, at));
	const towns = Array.from(plain.text.matchAll(postcode), spanOf);
	const doors = Array.from(plain.text.matchAll(door), spanOf);
	const positions = Array.from(plain.text.matchAll(coordinates), spanOf);
	return [...streets, ...towns, ...doors, ...positions];
}

/** Words that name nothing but a street. */
const streetsOnly =
	/^(?:rue|r|avenue|av|ave|boulevard|bd|bld|bvd|blvd|impasse|allee|chemin|quai|faubourg|fg|fbg|ruelle|venelle|lotissement|lieu-dit|rond-point)$/;

/** Words that name a street among other things: a name must follow. */
const streetsAmongOthers =
	/^(?:place|pl|cours|route|rte|cite|villa|passage|residence|res|parc|square|sq|voie|sentier|hameau|esplanade|promenade|traverse|montee|cour|mail|clos|domaine|chaussee)$/;

const articles = new Set(["de", "du", "des", "la", "le", "les", "l", "d"]);
const afterNumber = /^(?:bis|ter|quater|[a-d])$/;

function streetAt(words: readonly Word[], at: number): Span[] {
	const street = words[at];
	if (!street) return [];
	if (/^(?:street|road|lane|drive)$/.test(street.bare)) return englishStreet(words, at);

	const sure = streetsOnly.test(street.bare);
	if (!sure && !streetsAmongOthers.test(street.bare)) return [];
	const name = nameAfter(words, at);
	if (!name || (!sure && !startsWithCapital(name))) return [];

	const number = numberBefore(words, at);
	if (number) return [{ from: number.from, to: name.to }];
	return sure && isLivedIn(words, at) ? [{ from: street.from, to: name.to }] : [];
}

/** The first word of a street's own name. */
function nameAfter(words: readonly Word[], at: number): Word | undefined {
	const next = words.slice(at + 1, at + 4).find(({ bare }) => !articles.has(bare));
	return next && /^[ '.]{1,2}$/.test(next.before) ? next : undefined;
}

/** « 12, », « 12 bis », « douze »: the number that stands before a street. */
function numberBefore(words: readonly Word[], at: number): Word | undefined {
	const suffixed = afterNumber.test(words[at - 1]?.bare ?? "");
	const number = words[suffixed ? at - 2 : at - 1];
	if (!number || !/^ ?,? ?$/.test(words[at]?.before ?? "")) return undefined;
	const written = /^\d{1,4}(?:-\d{1,4})?(?:bis|ter|quater|[a-d])?$/.test(number.bare);
	const said = (spokenNumber(number.bare) ?? 0) > 1;
	return written || said ? number : undefined;
}

const livedIn =
	/^(?:habite|habitent|habitait|habitant|demeure|demeurant|domicilie|domiciliee|domicile|reside|residant|residait|loge|logee|vit|vivait|adresse|lives|living|address)$/;

function isLivedIn(words: readonly Word[], at: number): boolean {
	return words.slice(Math.max(0, at - 4), at).some(({ bare }) => livedIn.test(bare));
}

/** « 12 Acacia Road » */
function englishStreet(words: readonly Word[], at: number): Span[] {
	const near = words.slice(Math.max(0, at - 3), at);
	const number = near.findLast(({ text }) => /^\d{1,4}[a-d]?$/.test(text));
	const name = words[at - 1];
	if (!number || !name || number === name || !startsWithCapital(name)) return [];
	return [{ from: number.from, to: words[at]?.to ?? name.to }];
}

/** A postcode and the town that follows it. */
const postcode = /(?<![\d.,/-])(?:0[1-9]|[1-8]\d|9[0-8])\d{3},? {1,2}\p{Lu}[\p{L}'-]{1,40}/gu;

/** What one tells to find a door: a flat, a bedroom, a code. */
const door =
	/(?<![\p{L}\p{N}])(?:appartement|appart|appt|apt|chambre|digicode|interphone|flat) {0,2}(?:n° ?|no ?|: ?)?\d{1,5}(?![\p{L}\p{N}])/giu;

const coordinates = /(?<![\d.])-?\d{1,2}\.\d{4,8}[ ,;]{1,3}-?\d{1,3}\.\d{4,8}(?!\d)/g;

function startsWithCapital({ text }: Word): boolean {
	return /^\p{Lu}/u.test(text);
}

function spanOf({ 0: seen, index }: RegExpMatchArray): Span {
	const from = index ?? 0;
	return { from, to: from + seen.length };
}
