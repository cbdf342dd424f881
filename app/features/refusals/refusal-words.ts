import { createInstance, type i18n } from "i18next";
import type { Language } from "#app/i18n/languages.ts";
import { withHardSpaces } from "#app/i18n/typography.ts";
import { handoffs as handoffsEn } from "#app/locales/en/handoffs.ts";
import { refusals as refusalsEn } from "#app/locales/en/refusals.ts";
import { handoffs as handoffsFr } from "#app/locales/fr/handoffs.ts";
import { refusals as refusalsFr } from "#app/locales/fr/refusals.ts";

/*
 * Refusals are worded on the server alone: their texts are kept out of what a browser downloads,
 * so they are not among the namespaces of `locales/fr.ts`.
 */
const texts = {
	fr: { refusals: { ...refusalsFr, state: handoffsFr.state } },
	en: { refusals: { ...refusalsEn, state: handoffsEn.state } },
};

const instances = new Map<Language, Promise<i18n>>();

/** Says a text of the refusals, its values filled in. */
export type Words = (key: string, values?: Record<string, string | number>) => string;

/** The texts of the refusals in a language. */
export async function refusalWords(language: Language): Promise<Words> {
	const making = instances.get(language) ?? make(language);
	instances.set(language, making);
	// Its keys are not those that the browser knows: `refusal-text.test.ts` says each of them.
	return ((await making) as unknown as { t: Words }).t;
}

async function make(language: Language): Promise<i18n> {
	const instance = createInstance();
	await instance.init({
		lng: language,
		fallbackLng: false,
		resources: { [language]: withHardSpaces(texts[language], language) },
		defaultNS: "refusals",
		initAsync: false,
		interpolation: { escapeValue: false },
	} as never);
	return instance;
}
