import { createInstance, type i18n, type Resource } from "i18next";
import type { Language } from "./languages.ts";
import { withHardSpaces } from "./typography.ts";

const instances = new Map<Language, Promise<i18n>>();

/**
 * The texts of one language. An instance never changes its language, so that readers of the same
 * language may share it, and two readers of different ones never meet.
 */
export function i18nOf(language: Language): Promise<i18n> {
	const instance = instances.get(language) ?? createI18n(language);
	instances.set(language, instance);
	return instance;
}

async function createI18n(language: Language): Promise<i18n> {
	const instance = createInstance();
	await instance.init({
		lng: language,
		fallbackLng: false,
		resources: { [language]: withHardSpaces(await loadTexts(language), language) },
		defaultNS: "ui",
		initAsync: false,
		interpolation: { escapeValue: false },
	});
	return instance;
}

/** Fetched apart, so that a browser receives only the language it reads. */
async function loadTexts(language: Language): Promise<Resource[string]> {
	if (language === "en") return (await import("#app/locales/en.ts")).en;
	return (await import("#app/locales/fr.ts")).fr;
}
