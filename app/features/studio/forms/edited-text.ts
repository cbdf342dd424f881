import type { Text } from "#protocols/language/text.ts";

/** A text in one or both languages. */
export function textOf(fr: string, en: string | undefined): Text {
	return en === undefined ? { fr } : { fr, en };
}

/** The same where it may be absent; a translation of nothing is nothing. */
export function textOrNull(fr: string | undefined, en: string | undefined): Text | null {
	return fr === undefined ? null : textOf(fr, en);
}
