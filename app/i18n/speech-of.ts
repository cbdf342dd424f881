import { en } from "#app/locales/en.ts";
import { fr } from "#app/locales/fr.ts";
import type { Language } from "./languages.ts";
import { type Speech, speechIn } from "./speech.ts";
import { withHardSpaces } from "./typography.ts";

const known: Readonly<Record<Language, Speech>> = {
	fr: speechIn(withHardSpaces(fr, "fr"), "fr"),
	en: speechIn(withHardSpaces(en, "en"), "en"),
};

/** All texts of one language, for pages as the server writes them. */
export function speechOf(language: Language): Speech {
	return known[language];
}
