import {
	formatDate,
	formatDateTime,
	formatDay,
	formatNumber,
	formatRelative,
	formatTime,
	formatWeek,
	formatWeekday,
	type Instant,
} from "./format.ts";
import { useLanguage } from "./use-t.ts";

/** The clock of the mainland; a territory overseas passes its own. */
export const defaultTimeZone = "Europe/Paris";

/** Dates, delays and numbers in the language of the page. `now` comes from the loader, never from the browser. */
export function useFormat(timeZone: string = defaultTimeZone) {
	const language = useLanguage();
	const place = { language, timeZone };
	return {
		date: (at: Instant) => formatDate(at, place),
		day: (at: Instant) => formatDay(at, place),
		weekday: (at: Instant) => formatWeekday(at, place),
		week: (at: Instant) => formatWeek(at, language),
		time: (at: Instant) => formatTime(at, place),
		dateTime: (at: Instant) => formatDateTime(at, place),
		relative: (at: Instant, now: Instant) => formatRelative(at, { ...place, now }),
		number: (value: number) => formatNumber(value, language),
	};
}
