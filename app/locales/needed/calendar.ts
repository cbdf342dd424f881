import { needTexts } from "#app/i18n/browser-texts.ts";

await needTexts({
	fr: () => import("#app/locales/fr/calendar.ts"),
	en: () => import("#app/locales/en/calendar.ts"),
});
