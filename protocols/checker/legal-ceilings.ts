import type { Duration } from "#protocols/language/delay.ts";
import type { Step } from "#protocols/language/step.ts";
import type { Sentence } from "./finding.ts";

/** The longest time that a text of law leaves for something. */
export type LegalCeiling = {
	/** The text as people cite it. */
	reference: string;
	/** How the text is recognised in what a step cites. */
	article: RegExp;
	within: Duration;
	what: Sentence;
};

/**
 * The ceilings that the law states as a length of time; "sans délai" is none, and a judge's delay is
 * never computed. A territory may only shorten them.
 *
 * @see https://www.legifrance.gouv.fr for the texts: CASF D226-2-4 and D226-2-7 (assessment), L226-5
 *   (answer to the professional who referred), L223-2 (reception of a minor who left home)
 */
export const legalCeilings: readonly LegalCeiling[] = [
	{
		reference: "CASF D226-2-4",
		article: /D\.?\s?226-2-4/,
		within: { n: 92, unit: "calendar-days" },
		what: {
			fr: "évaluer une information préoccupante : trois mois au plus, moins selon le danger",
			en: "assess a concern report: three months at most, less according to danger",
		},
	},
	{
		reference: "CASF L226-5",
		article: /L\.?\s?226-5\b/,
		within: { n: 92, unit: "calendar-days" },
		what: {
			fr: "répondre au professionnel qui a transmis : trois mois au plus",
			en: "answer the professional who referred: three months at most",
		},
	},
	{
		reference: "CASF L223-2",
		article: /L\.?\s?223-2\b/,
		within: { n: 72, unit: "clock-hours" },
		what: {
			fr: "accueillir un mineur qui a quitté son domicile : 72 heures au plus",
			en: "receive a minor who left home: 72 hours at most",
		},
	},
];

/** The ceilings that a step falls under: those whose text its delay or its guidance cites. */
export function ceilingsOf({ delay, guidance }: Step): LegalCeiling[] {
	const cited = [delay.reference, guidance.fr, guidance.en].join(" ");
	return legalCeilings.filter(({ article }) => article.test(cited));
}
