import type { WorkingCalendar } from "#protocols/calendar/working-calendar.ts";
import { clockTime } from "./clock-time.ts";
import type { TerritoryView } from "./territory-page.tsx";

/** The calendar of a territory as its form shows it; exceptional days from `since` on, in order. */
export function presentTerritory(calendar: WorkingCalendar, since: string): TerritoryView {
	const { timeZone, holidays, office, workDays, closedDates, openDates } = calendar;
	const days = [
		...closedDates.map((date) => ({ date, closed: true })),
		...openDates.map((date) => ({ date, closed: false })),
	];
	return {
		week: {
			timeZone,
			holidays,
			opens: clockTime(office.startMinute),
			closes: clockTime(office.endMinute),
			workDays: workDays.map(String),
		},
		days: days
			.filter(({ date }) => date >= since)
			.sort((one, other) => (one.date < other.date ? -1 : 1)),
	};
}
