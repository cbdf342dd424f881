import type { Language } from "./languages.ts";
import { isLanguage, languages } from "./languages.ts";
import { type Speech, speechIn, type TextTree } from "./speech.ts";
import { withHardSpaces } from "./typography.ts";

/** Where the texts of a page come from in a browser: each language apart, for only one is read. */
export type TextsByLanguage = Readonly<Record<Language, () => Promise<TextTree>>>;

/** What this page can say so far; a speech looks here whenever it says something. */
const arrived: Record<string, TextTree[string]> = {};

/** The language that the server wrote the page in. */
export function languageOfPage(): Language {
	const { lang } = document.documentElement;
	return isLanguage(lang) ? lang : languages[0];
}

/** A speech that says more as more texts arrive. */
export function speechInBrowser(): Speech {
	return speechIn(arrived, languageOfPage());
}

/**
 * Waits for texts that only some pages say, so that no other page downloads them. A server has
 * all its texts already.
 */
export async function needTexts(texts: TextsByLanguage): Promise<void> {
	if (typeof document === "undefined") return;
	const language = languageOfPage();
	Object.assign(arrived, withHardSpaces(await texts[language](), language));
}
