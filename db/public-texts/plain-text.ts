import type { Finding, FindingKind, Span } from "./finding.ts";

/**
 * A text as the guard looks at it: one form for each letter, digit, dash and space, nothing
 * invisible. `origins[i]` is where character `i` begins in the text as given.
 */
export type PlainText = { given: string; text: string; origins: number[] };

/** Letters of the Cyrillic and Greek alphabets that are drawn like Latin ones, and these. */
const foreign = "АВЕЅІЈКМНОРСТУХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυχ";
const latin = "ABESIJKMHOPCTYXaesijopcyxABEZHIKMNOPTYXaiknopux";
const lookAlikes = new Map(Array.from(foreign, (letter, at) => [letter, latin[at] ?? letter]));

const dashes = /^\p{Pd}$|^[\u2212\u00ad]$/u;
const apostrophes = /^[\u2018\u2019\u02bc\u00b4\u0060]$/u;
/** Zero-width signs, soft hyphens, keycaps and the selectors of emoji. */
const invisible = /\p{Cf}|\p{Me}|\p{Variation_Selector}/gu;
const easternDigit = /^[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]$/u;

const graphemes = new Intl.Segmenter("fr", { granularity: "grapheme" });

/** Brings a text into the form that is looked at: what is drawn alike is written alike. */
export function plainTextOf(given: string): PlainText {
	const pieces: string[] = [];
	const origins: number[] = [];
	for (const { segment, index } of graphemes.segment(given)) {
		const plain = plainForm(segment);
		pieces.push(plain);
		for (let unit = 0; unit < plain.length; unit++) origins.push(index);
	}
	origins.push(given.length);
	return { given, text: pieces.join(""), origins };
}

/** Tells a place of the plain text as a place of the text as it was given. */
export function findingAt<Kind extends FindingKind>(
	{ given, origins }: PlainText,
	kind: Kind,
	{ from, to }: Span,
): Finding<Kind> {
	const start = origins[from] ?? given.length;
	const end = origins[to] ?? given.length;
	return { kind, from: start, to: end, seen: given.slice(start, end) };
}

function plainForm(segment: string): string {
	const known = /^[\w\n .,;:!?'"()-]$/.test(segment);
	if (known) return segment;
	const folded = segment.normalize("NFKC").replace(invisible, "");
	return Array.from(folded, plainCharacter).join("").normalize("NFC");
}

function plainCharacter(character: string): string {
	if (character === "\n") return character;
	if (/^\s$/u.test(character)) return " ";
	if (dashes.test(character)) return "-";
	if (apostrophes.test(character)) return "'";
	if (easternDigit.test(character)) return easternValue(character);
	return lookAlikes.get(character) ?? character;
}

function easternValue(digit: string): string {
	const code = digit.charCodeAt(0);
	return String(code >= 0x0966 ? code - 0x0966 : code & 0xf);
}
