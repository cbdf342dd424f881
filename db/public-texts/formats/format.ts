import type { Span, StopKind } from "../finding.ts";
import type { PlainText } from "../plain-text.ts";
import type { Word } from "../words.ts";

/** What the recognisers of formats look at. */
export type Reading = {
	plain: PlainText;
	words: Word[];
	/** Whether this is a word of the language of the text, given without accents. */
	isWord(bare: string): boolean;
	/** Professional numbers that this text may hold, as their digits. */
	telephones: ReadonlySet<string>;
};

/** One format, and where a text holds it. */
export type Format = { kind: StopKind; find(reading: Reading): Span[] };
