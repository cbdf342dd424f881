import type { Language } from "#app/i18n/languages.ts";
import { speechIn, type Values } from "#app/i18n/speech.ts";
import { withHardSpaces } from "#app/i18n/typography.ts";
import { handoffStates as statesEn } from "#app/locales/en/handoff-states.ts";
import { refusals as refusalsEn } from "#app/locales/en/refusals.ts";
import { handoffStates as statesFr } from "#app/locales/fr/handoff-states.ts";
import { refusals as refusalsFr } from "#app/locales/fr/refusals.ts";

/*
 * Refusals are worded on the server alone: their texts are kept out of what a browser downloads,
 * so they are not among the namespaces of `locales/fr.ts`.
 */
const texts = {
	fr: { refusals: { ...refusalsFr, state: statesFr.state } },
	en: { refusals: { ...refusalsEn, state: statesEn.state } },
};

/** Says a text of the refusals, its values filled in. */
export type Words = (key: string, values?: Values) => string;

const speeches = { fr: wordsIn("fr"), en: wordsIn("en") };

/** The texts of the refusals in a language. */
export function refusalWords(language: Language): Words {
	return speeches[language];
}

function wordsIn(language: Language): Words {
	return speechIn(withHardSpaces(texts[language].refusals, language), language).say;
}
