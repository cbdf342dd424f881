import { needTexts } from "#app/i18n/browser-texts.ts";

await needTexts({
	fr: () => import("#app/locales/fr/factors.ts"),
	en: () => import("#app/locales/en/factors.ts"),
});
