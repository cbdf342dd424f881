import { z } from "zod";

/** The languages that a protocol can speak. French is the first. */
export const languages = ["fr", "en"] as const;
export type Language = (typeof languages)[number];

/** A text in French, and in English where it exists. */
export const text = z.strictObject({
	fr: z.string().trim().min(1),
	en: z.string().trim().min(1).optional(),
});
export type Text = z.infer<typeof text>;

/** Says a text in a language, in French where the translation is missing. */
export function say(words: Text, language: Language): string {
	return words[language] ?? words.fr;
}

/** The name of a part of a protocol: lower case, no dot (in XState a dot is a path). */
export const id = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);

/** The code of an outcome. */
export const code = z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/);
