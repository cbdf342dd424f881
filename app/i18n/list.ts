import type { Language } from "./languages.ts";

const tags = { fr: "fr-FR", en: "en-GB" } as const;
/** A Monday, from which the other days of the week are counted. */
const monday = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;

/** "lundi, mercredi et jeudi". */
export function formatList(words: readonly string[], language: Language): string {
	return new Intl.ListFormat(tags[language], { type: "conjunction" }).format(words);
}

/** The name of a day of the week; Monday is 1. */
export function formatWeekday(weekday: number, language: Language): string {
	const at = monday + (weekday - 1) * dayMs;
	return new Intl.DateTimeFormat(tags[language], { weekday: "long", timeZone: "UTC" }).format(at);
}

/** "vendredi 25 décembre": a day that carries its own date, wherever one is. */
export function formatPlainDate(date: string, language: Language): string {
	const format = new Intl.DateTimeFormat(tags[language], {
		weekday: "long",
		day: "numeric",
		month: "long",
		timeZone: "UTC",
	});
	const words = format.format(Date.parse(`${date}T00:00:00Z`)).replace(",", "");
	return language === "fr" ? words.replace(/\b1 /, "1er ") : words;
}
