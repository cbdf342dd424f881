import { closingReasons } from "#protocols/language/vocabulary/closure-reasons.ts";
import type { CodeList } from "#protocols/language/vocabulary/code-list.ts";
import { fields } from "#protocols/language/vocabulary/fields.ts";
import { dayMs } from "./due-act.ts";

/** How often something happened, as little exactly as it is kept. */
export const countBands = {
	N0: { fr: "0", en: "0" },
	N1: { fr: "1", en: "1" },
	N2_3: { fr: "2 ou 3", en: "2 or 3" },
	N4: { fr: "4 ou plus", en: "4 or more" },
} as const satisfies CodeList;
export type CountBand = keyof typeof countBands;

/** How long a situation lasted, from its opening to its closure. */
export const lengthBands = {
	LT1M: { fr: "Moins d'un mois", en: "Less than a month" },
	M1_3: { fr: "1 à 3 mois", en: "1 to 3 months" },
	M3_6: { fr: "3 à 6 mois", en: "3 to 6 months" },
	M6_12: { fr: "6 à 12 mois", en: "6 to 12 months" },
	GT12M: { fr: "Plus d'un an", en: "More than a year" },
} as const satisfies CodeList;
export type LengthBand = keyof typeof lengthBands;

/**
 * What is counted of a situation once it is forgotten, each for itself and never one crossed with
 * another. None of them is art. 9 data.
 */
export const countedDimensions = {
	closure_reason: closingReasons,
	length: lengthBands,
	handoffs: countBands,
	runaways: countBands,
	age_band: fields.age_band.codes,
	source_type: { ...fields.source_type.codes, UNK: { fr: "Non connue", en: "Unknown" } },
} as const satisfies Record<string, CodeList>;
export type CountedDimension = keyof typeof countedDimensions;

/** The band of a number of times. */
export function countBand(times: number): CountBand {
	if (times <= 0) return "N0";
	if (times === 1) return "N1";
	return times <= 3 ? "N2_3" : "N4";
}

/** The band of a duration; a month is 30 days. */
export function lengthBand(lastedMs: number): LengthBand {
	const months = lastedMs / (30 * dayMs);
	if (months < 1) return "LT1M";
	if (months < 3) return "M1_3";
	if (months < 6) return "M3_6";
	return months < 12 ? "M6_12" : "GT12M";
}
