import { needTexts } from "#app/i18n/browser-texts.ts";

await needTexts({
	fr: () => import("#app/locales/fr/handoff-states.ts"),
	en: () => import("#app/locales/en/handoff-states.ts"),
});
