import type { Duration } from "#protocols/language/delay.ts";
import { type DayStanding, dayStandings } from "./day-standing.ts";
import { dueInstant } from "./due.ts";
import { workingTimeBetween } from "./office-hours.ts";
import { dayMs, type EpochMs, instantOf, localDay } from "./time-zone.ts";
import type { StructureClosing, WorkingCalendar } from "./working-calendar.ts";

/**
 * One local day of a delay, and what it counts for: milliseconds of office or elapsed time, the
 * number of the day, or nothing, because it is not worked or is the day when the delay starts.
 */
export type CountedDay = DayStanding & {
	counts:
		| { as: "time"; ms: number }
		| { as: "day"; number: number }
		| { as: "start" }
		| { as: "nothing" };
};

/** When a delay ends, and every day on the way there. */
export type CountedDelay = { due: EpochMs; days: CountedDay[] };

/**
 * Counts a delay as a person would on a paper calendar, a line for each local day.
 *
 * @throws RangeError when the calendar stays closed for more than 400 days
 */
export function countedDelay(
	calendar: WorkingCalendar,
	from: EpochMs,
	delay: Duration,
	closing?: StructureClosing,
): CountedDelay {
	const due = dueInstant(calendar, from, delay, closing);
	const standingOf = dayStandings(calendar, closing);
	const first = localDay(calendar.timeZone, from);
	const last = localDay(calendar.timeZone, due);
	const days: CountedDay[] = [];
	let counted = 0;
	for (let day = first; day <= last; day += 1) {
		const standing = standingOf(day);
		const within = {
			opens: Math.max(from, midnight(calendar, day)),
			ends: Math.min(due, midnight(calendar, day + 1)),
		};
		const isCounted = standing.worked || delay.unit === "calendar-days";
		if (day > first && isCounted) counted += 1;
		const counts = delay.unit.endsWith("hours")
			? timeOf(
					delay.unit === "clock-hours" ? within.ends - within.opens : officeTime(standing, within),
				)
			: dayCount(day === first, isCounted, counted);
		days.push({ ...standing, counts });
	}
	return { due, days };

	function officeTime({ worked }: DayStanding, { opens, ends }: { opens: EpochMs; ends: EpochMs }) {
		return worked ? workingTimeBetween(calendar, opens, ends, closing) : 0;
	}
}

function timeOf(ms: number): CountedDay["counts"] {
	return ms > 0 ? { as: "time", ms } : { as: "nothing" };
}

function dayCount(starts: boolean, isCounted: boolean, number: number): CountedDay["counts"] {
	if (starts) return { as: "start" };
	return isCounted ? { as: "day", number } : { as: "nothing" };
}

function midnight({ timeZone }: WorkingCalendar, day: number): EpochMs {
	return instantOf(timeZone, day * dayMs);
}
