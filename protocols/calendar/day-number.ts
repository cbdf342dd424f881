/** A day of the calendar, "2026-05-14": no hour, no time zone. */
export type PlainDate = string;

/** A day as a whole number of days since 1 January 1970: quick to add to and to compare. */
export type DayNumber = number;

const dateShape = /^(\d{4})-(\d{2})-(\d{2})$/;
const daysInEra = 146_097;

/**
 * The day number of a date written "YYYY-MM-DD".
 *
 * @throws RangeError when the text is not a day that exists
 */
export function dayNumberOf(date: PlainDate): DayNumber {
	const parts = dateShape.exec(date);
	const day = parts ? dayNumberFrom(Number(parts[1]), Number(parts[2]), Number(parts[3])) : 0;
	if (!parts || plainDateOf(day) !== date) throw new RangeError(`Not a day: ${date}`);
	return day;
}

/**
 * The day number of a year, a month (1 to 12) and a day of the month.
 *
 * Months are counted from March, so that the leap day closes its year and needs no case of its own.
 */
export function dayNumberFrom(year: number, month: number, day: number): DayNumber {
	const yearFromMarch = month > 2 ? year : year - 1;
	const era = Math.floor(yearFromMarch / 400);
	const yearOfEra = yearFromMarch - era * 400;
	const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
	const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
	return era * daysInEra + yearOfEra * 365 + leapDays + dayOfYear - 719_468;
}

/** The date of a day number, "YYYY-MM-DD", for the years 0 to 9999. */
export function plainDateOf(day: DayNumber): PlainDate {
	const { year, month, dayOfMonth } = partsOf(day);
	return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

/** The year that a day belongs to. */
export function yearOf(day: DayNumber): number {
	return partsOf(day).year;
}

/** The ISO weekday: 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: DayNumber): number {
	return ((((day + 3) % 7) + 7) % 7) + 1;
}

function partsOf(day: DayNumber): { year: number; month: number; dayOfMonth: number } {
	const shifted = day + 719_468;
	const era = Math.floor(shifted / daysInEra);
	const dayOfEra = shifted - era * daysInEra;
	const leapDays =
		Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
	const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
	const beforeYear = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
	const dayOfYear = dayOfEra - beforeYear;
	const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
	const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
	return {
		year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
		month,
		dayOfMonth: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
	};
}

function pad(value: number, length: number): string {
	return String(value).padStart(length, "0");
}
