import { needTexts } from "#app/i18n/browser-texts.ts";

await needTexts({
	fr: () => import("#app/locales/fr/my-day.ts"),
	en: () => import("#app/locales/en/my-day.ts"),
});
