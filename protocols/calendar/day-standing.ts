import {
	type DayNumber,
	dayNumberOf,
	type PlainDate,
	plainDateOf,
	weekdayOf,
} from "./day-number.ts";
import type { HolidayCode } from "./holiday-rules.ts";
import { holidaysOnDay } from "./holidays.ts";
import type { StructureClosing, WorkingCalendar } from "./working-calendar.ts";

/** Why a day is worked or not. Closing wins over opening; a structure's own closing is said last. */
export type DayReason =
	/** An ordinary day of the working week. */
	| { why: "ordinary" }
	/** Opened by the territory, though it is a holiday or outside the working week. */
	| { why: "opened" }
	| { why: "weekend" }
	| { why: "holiday"; holidays: HolidayCode[] }
	/** Closed by the territory. */
	| { why: "closed" }
	/** Closed by the structure alone: each week on that day, or on that date. */
	| { why: "structure-weekday" }
	| { why: "structure-date" };

/** One day of a calendar: worked or not, and why. */
export type DayStanding = { date: PlainDate; weekday: number; worked: boolean } & DayReason;

/** Prepares the question "what about this day, and why?" for one calendar, to be asked many times. */
export function dayStandings(
	{ holidays, workDays, closedDates, openDates }: WorkingCalendar,
	closing: StructureClosing = { weekdays: [], dates: [] },
): (day: DayNumber) => DayStanding {
	const closed = new Set(closedDates.map(dayNumberOf));
	const opened = new Set(openDates.map(dayNumberOf));
	const own = new Set(closing.dates.map(dayNumberOf));

	const territoryReason = (day: DayNumber): DayReason => {
		if (closed.has(day)) return { why: "closed" };
		const feasts = holidaysOnDay(holidays, day);
		const off = feasts.length > 0 || !workDays.includes(weekdayOf(day));
		if (!off) return { why: "ordinary" };
		if (opened.has(day)) return { why: "opened" };
		return feasts.length > 0 ? { why: "holiday", holidays: feasts } : { why: "weekend" };
	};
	return (day) => {
		const reason = territoryReason(day);
		const told = { date: plainDateOf(day), weekday: weekdayOf(day) };
		if (reason.why !== "ordinary" && reason.why !== "opened") {
			return { ...told, worked: false, ...reason };
		}
		if (own.has(day)) return { ...told, worked: false, why: "structure-date" };
		if (closing.weekdays.includes(told.weekday)) {
			return { ...told, worked: false, why: "structure-weekday" };
		}
		return { ...told, worked: true, ...reason };
	};
}
