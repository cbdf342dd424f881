import { needTexts } from "#app/i18n/browser-texts.ts";

/** Fetches what every page may say. */
export function needEverydayTexts(): Promise<void> {
	return needTexts({
		fr: () => import("#app/locales/fr/everyday.ts"),
		en: () => import("#app/locales/en/everyday.ts"),
	});
}
