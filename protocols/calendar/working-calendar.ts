import { z } from "zod";
import { type DayNumber, dayNumberOf, type PlainDate, weekdayOf } from "./day-number.ts";
import { holidayRegions } from "./holiday-rules.ts";
import { isHolidayNumber } from "./holidays.ts";
import { isTimeZone } from "./time-zone.ts";

const weekdays = z.array(z.number().int().min(1).max(7)).max(7);
const dates = z.array(z.iso.date()).max(1000);
const minuteOfDay = z.number().int().min(0).max(1440);

/** When a territory works: its time zone, public holidays, office hours and days, and exceptions. */
export const workingCalendar = z.strictObject({
	timeZone: z.string().refine(isTimeZone, { params: { relais: "unknown-time-zone" } }),
	holidays: z.enum(holidayRegions),
	/** Minutes since midnight on the wall clock, the same for every working day. */
	office: z
		.strictObject({ startMinute: minuteOfDay, endMinute: minuteOfDay })
		.refine(({ startMinute, endMinute }) => startMinute < endMinute, {
			path: ["endMinute"],
			params: { relais: "office-closes-before-it-opens" },
		}),
	/** ISO weekdays: 1 for Monday to 7 for Sunday. */
	workDays: weekdays.min(1),
	/** The territory's exceptional closed days: bridges, local customs. They win over open dates. */
	closedDates: dates,
	/** Days worked although they are a holiday or outside the working week. */
	openDates: dates,
});
export type WorkingCalendar = z.infer<typeof workingCalendar>;

/** The days on which one structure is closed, beside those of its territory. */
export const structureClosing = z.strictObject({ weekdays, dates });
export type StructureClosing = z.infer<typeof structureClosing>;

/**
 * Says whether a date is worked in a territory, and in a structure when its closing days are given.
 *
 * @throws RangeError when the text is not a day that exists
 */
export function isWorkingDay(
	calendar: WorkingCalendar,
	date: PlainDate,
	closing?: StructureClosing,
): boolean {
	return workingDayTest(calendar, closing)(dayNumberOf(date));
}

/** Prepares the question "is this day worked?" for one calendar, to be asked many times. */
export function workingDayTest(
	{ holidays, workDays, closedDates, openDates }: WorkingCalendar,
	closing?: StructureClosing,
): (day: DayNumber) => boolean {
	const closed = new Set([...closedDates, ...(closing?.dates ?? [])].map(dayNumberOf));
	const opened = new Set(openDates.map(dayNumberOf));
	const closedWeekdays = closing?.weekdays ?? [];
	return (day) => {
		const weekday = weekdayOf(day);
		if (closedWeekdays.includes(weekday) || closed.has(day)) return false;
		return opened.has(day) || (workDays.includes(weekday) && !isHolidayNumber(holidays, day));
	};
}
