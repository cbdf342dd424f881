import type { Language } from "#app/i18n/languages.ts";
import { speechOf } from "#app/i18n/speech-of.ts";
import type { LetterText } from "#db/letter-queue.ts";
import { siteName } from "./site-name.ts";

/** A letter in words. */
export type Wording = { subject: string; body: string };

/**
 * Writes the letters of a site. Which text it is comes first, and then only the language: there is
 * no way to say in it of what, of whom or how many.
 *
 * @param site the public address: its root, and never a page of it
 */
export function letterWriter(site: string): (text: LetterText) => (language: Language) => Wording {
	return (text) => (language) => {
		const { say } = speechOf(language);
		return {
			subject: say(`letters:${text}.subject`, { name: siteName }),
			body: say(`letters:${text}.body`, { site: `${site}/` }),
		};
	};
}
