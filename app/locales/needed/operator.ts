import { needTexts } from "#app/i18n/browser-texts.ts";

await needTexts({
	fr: () => import("#app/locales/fr/operator.ts"),
	en: () => import("#app/locales/en/operator.ts"),
});
