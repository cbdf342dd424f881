import type { Language } from "./languages.ts";
import { type Speech, speechIn, type TextTree } from "./speech.ts";
import { withHardSpaces } from "./typography.ts";

const known = new Map<Language, Promise<Speech>>();

/** The texts of one language; they never change, so that all its readers share them. */
export function speechOf(language: Language): Promise<Speech> {
	const speech = known.get(language) ?? makeSpeech(language);
	known.set(language, speech);
	return speech;
}

async function makeSpeech(language: Language): Promise<Speech> {
	return speechIn(withHardSpaces(await loadTexts(language), language), language);
}

/** Fetched apart, so that a browser receives only the language it reads. */
async function loadTexts(language: Language): Promise<TextTree> {
	if (language === "en") return (await import("#app/locales/en.ts")).en;
	return (await import("#app/locales/fr.ts")).fr;
}
