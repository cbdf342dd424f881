import { weekOf } from "#protocols/calendar/iso-week.ts";
import type { Language } from "./languages.ts";

/** An instant: milliseconds since 1970 or an ISO text. */
export type Instant = number | string | Date;

/** How to write a date: for whom, and where on Earth. Never the server's own time zone. */
export type Place = { language: Language; timeZone: string };

const tags = { fr: "fr-FR", en: "en-GB" } as const;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** "mardi 24 novembre 2026", "Tuesday 24 November 2026". */
export function formatDate(at: Instant, place: Place): string {
	const { weekday, day, month, year } = parts(at, place);
	return [weekday, ordinal(day, place.language), month, year].join(" ");
}

/** "mardi 24": enough for the days around today. */
export function formatDay(at: Instant, place: Place): string {
	const { weekday, day } = parts(at, place);
	return `${weekday} ${ordinal(day, place.language)}`;
}

/** "mardi", "Tuesday": for days that are not dates. */
export function formatWeekday(at: Instant, place: Place): string {
	return parts(at, place).weekday;
}

/** "novembre 2026", "November 2026". */
export function formatMonth(at: Instant, place: Place): string {
	const { month, year } = parts(at, place);
	return `${month} ${year}`;
}

/** "7 septembre 2026": the Monday of the week of an instant, the same wherever one is. */
export function formatWeek(at: Instant, language: Language): string {
	const { day, month, year } = parts(weekOf(epochMs(at)), { language, timeZone: "UTC" });
	return [ordinal(day, language), month, year].join(" ");
}

/** "14 h 05", "14:05". */
export function formatTime(at: Instant, place: Place): string {
	const { hour, minute } = parts(at, place);
	return place.language === "fr" ? `${Number(hour)}\u00a0h\u00a0${minute}` : `${hour}:${minute}`;
}

/** "mardi 24 novembre 2026 à 14 h 05", "Tuesday 24 November 2026 at 14:05". */
export function formatDateTime(at: Instant, place: Place): string {
	const link = place.language === "fr" ? "à" : "at";
	return `${formatDate(at, place)} ${link} ${formatTime(at, place)}`;
}

/** "dans 3 heures", "hier", "in 2 days": by the clock on the same day, by calendar days beyond. */
export function formatRelative(at: Instant, { now, ...place }: Place & { now: Instant }): string {
	const words = new Intl.RelativeTimeFormat(tags[place.language], { numeric: "auto" });
	const distance = epochMs(at) - epochMs(now);
	const days = calendarDay(at, place) - calendarDay(now, place);

	if (Math.abs(distance) < minuteMs) return words.format(0, "second");
	if (Math.abs(distance) < hourMs) return words.format(Math.trunc(distance / minuteMs), "minute");
	if (days === 0) return words.format(Math.trunc(distance / hourMs), "hour");
	return words.format(days, "day");
}

/** "1 234", "1,234". */
export function formatNumber(value: number, language: Language): string {
	return new Intl.NumberFormat(tags[language]).format(value).replaceAll("\u202f", "\u00a0");
}

/** "2026-11-24", as a `<time>` element or a date field wants it, in the place's own calendar. */
export function isoDay(at: Instant, { timeZone }: { timeZone: string }): string {
	const { year, month, day } = numericParts(at, timeZone);
	return `${year}-${month}-${day}`;
}

function calendarDay(at: Instant, place: Place): number {
	return Math.round(Date.parse(`${isoDay(at, place)}T00:00:00Z`) / dayMs);
}

function ordinal(day: string, language: Language): string {
	return language === "fr" && day === "1" ? "1er" : day;
}

function epochMs(at: Instant): number {
	return typeof at === "number" ? at : new Date(at).getTime();
}

/* Pieces are joined by hand: the joining words differ between the server's and the browser's Intl. */
function parts(at: Instant, { language, timeZone }: Place) {
	const format = formatter(tags[language], timeZone, "long");
	return named(format.formatToParts(epochMs(at)));
}

function numericParts(at: Instant, timeZone: string) {
	return named(formatter("en-CA", timeZone, "2-digit").formatToParts(epochMs(at)));
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(tag: string, timeZone: string, month: "long" | "2-digit"): Intl.DateTimeFormat {
	const key = `${tag} ${timeZone} ${month}`;
	const known = formatters.get(key);
	if (known) return known;
	const made = new Intl.DateTimeFormat(tag, {
		timeZone,
		weekday: "long",
		day: month === "long" ? "numeric" : "2-digit",
		month,
		year: "numeric",
		hour: "2-digit",
		minute: "2-digit",
		hourCycle: "h23",
	});
	formatters.set(key, made);
	return made;
}

function named(list: Intl.DateTimeFormatPart[]) {
	const piece = (type: Intl.DateTimeFormatPartTypes) =>
		list.find((part) => part.type === type)?.value ?? "";
	return {
		weekday: piece("weekday"),
		day: piece("day"),
		month: piece("month"),
		year: piece("year"),
		hour: piece("hour"),
		minute: piece("minute"),
	};
}
