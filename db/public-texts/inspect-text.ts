import type { Finding, FindingKind, Inspection } from "./finding.ts";
import type { Reading } from "./formats/format.ts";
import { formats } from "./formats/formats.ts";
import { findNames } from "./names/find-names.ts";
import { knowledgeFor } from "./names/knowledge.ts";
import { findingAt, plainTextOf } from "./plain-text.ts";
import { nationalDigits } from "./published-numbers.ts";
import { wordsOf } from "./words.ts";

/** In which language a text is written, and what it may hold. */
export type Look = {
	language: "fr" | "en";
	/** Professional numbers that may stand in the text, such as the structure's own. */
	telephones?: readonly string[];
};

/**
 * Looks at a text that everybody will read for anything that may point at a person.
 *
 * Stops are formats (a telephone number, an e-mail address, a birth date…): the text is not
 * published. Warnings may be names: the text waits until a second person has accepted it. The
 * guard is a second net for texts about work, not a proof that a text names nobody.
 *
 * Pure apart from its word lists, which are read once, the first time they are needed.
 */
export function inspectText(text: string, { language, telephones = [] }: Look): Inspection {
	const plain = plainTextOf(text);
	const words = wordsOf(plain.text);
	const known = knowledgeFor(language);
	const reading: Reading = {
		plain,
		words,
		isWord: known.isWord,
		telephones: new Set(telephones.map(nationalDigits)),
	};
	const stops = formats.flatMap(({ kind, find }) =>
		find(reading).map((span) => findingAt(plain, kind, span)),
	);
	const names = findNames(plain.text, words, known).map((span) => findingAt(plain, "name", span));
	const refused = outermost(stops);
	// What is refused already needs no warning: « lou.93@… » is an address, not a name.
	return { stops: refused, warnings: withoutThoseWithin(outermost(names), refused) };
}

/** In reading order, each place once: the longest finding stands for those inside it. */
function outermost<Kind extends FindingKind>(findings: Finding<Kind>[]): Finding<Kind>[] {
	const sorted = findings.toSorted((one, other) => one.from - other.from || other.to - one.to);
	let reached = -1;
	return sorted.filter(({ to }) => {
		const inside = to <= reached;
		reached = Math.max(reached, to);
		return !inside;
	});
}

/** Those that touch none of the others; both in reading order. */
function withoutThoseWithin<Kind extends FindingKind>(
	findings: readonly Finding<Kind>[],
	others: readonly Finding[],
): Finding<Kind>[] {
	let next = 0;
	return findings.filter(({ from, to }) => {
		while ((others[next]?.to ?? Number.POSITIVE_INFINITY) <= from) next += 1;
		return (others[next]?.from ?? Number.POSITIVE_INFINITY) >= to;
	});
}
