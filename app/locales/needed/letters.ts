import { needTexts } from "#app/i18n/browser-texts.ts";

await needTexts({
	fr: () => import("#app/locales/fr/letters.ts"),
	en: () => import("#app/locales/en/letters.ts"),
});
