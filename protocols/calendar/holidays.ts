import {
	type DayNumber,
	dayNumberFrom,
	dayNumberOf,
	type PlainDate,
	plainDateOf,
	yearOf,
} from "./day-number.ts";
import {
	type HolidayCode,
	type HolidayRegion,
	type HolidayRule,
	localRules,
	nationalRules,
} from "./holiday-rules.ts";

/** A public holiday of one year. */
export type Holiday = { date: PlainDate; code: HolidayCode };

const daysOf = new Map<HolidayRegion, Map<number, ReadonlySet<DayNumber>>>();

/**
 * The public holidays of a region in a year, in order of date.
 *
 * Two feasts may share a date (Ascension on 8 May 2059): each is listed. The tables hold the law of
 * 2024 and after; earlier years are given by the same rules.
 */
export function holidaysOf(region: HolidayRegion, year: number): Holiday[] {
	return placedRules(region, year).map(({ day, code }) => ({ date: plainDateOf(day), code }));
}

/**
 * Says whether a date is a public holiday in a region.
 *
 * @throws RangeError when the text is not a day that exists
 */
export function isHoliday(region: HolidayRegion, date: PlainDate): boolean {
	return isHolidayNumber(region, dayNumberOf(date));
}

/** The same answer for a day number, kept in memory by region and year. */
export function isHolidayNumber(region: HolidayRegion, day: DayNumber): boolean {
	return holidayNumbers(region, yearOf(day)).has(day);
}

/** The public holidays of a region on a day; two feasts may share it. */
export function holidaysOnDay(region: HolidayRegion, day: DayNumber): HolidayCode[] {
	if (!isHolidayNumber(region, day)) return [];
	return placedRules(region, yearOf(day)).flatMap((rule) => (rule.day === day ? [rule.code] : []));
}

/** Easter Sunday of a year of the Gregorian calendar (anonymous algorithm, Meeus 1991). */
export function easterSunday(year: number): DayNumber {
	const golden = year % 19;
	const century = Math.floor(year / 100);
	const skippedLeaps = century - Math.floor(century / 4);
	const lunarShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
	const epact = (19 * golden + skippedLeaps - lunarShift + 15) % 30;
	const yearOfCentury = year % 100;
	const toSunday =
		(32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
	const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
	return dayNumberFrom(year, 3, 22) + epact + toSunday - 7 * late;
}

function holidayNumbers(region: HolidayRegion, year: number): ReadonlySet<DayNumber> {
	let years = daysOf.get(region);
	if (!years) {
		years = new Map();
		daysOf.set(region, years);
	}
	let days = years.get(year);
	if (!days) {
		days = new Set(placedRules(region, year).map(({ day }) => day));
		years.set(year, days);
	}
	return days;
}

function placedRules(region: HolidayRegion, year: number): { day: DayNumber; code: HolidayCode }[] {
	const easter = easterSunday(year);
	return [...nationalRules, ...localRules[region]]
		.filter((rule) => stands(rule, year))
		.map(({ on, code }) => ({
			day: "month" in on ? dayNumberFrom(year, on.month, on.day) : easter + on.daysAfterEaster,
			code,
		}))
		.sort((one, other) => one.day - other.day);
}

function stands({ years }: HolidayRule, year: number): boolean {
	return years === undefined || (year >= (years.from ?? year) && year <= (years.until ?? year));
}
