import { countsWorkingTime, remainingTime } from "#protocols/calendar/remaining.ts";
import { dayMs, hourMs, localDay, minuteMs } from "#protocols/calendar/time-zone.ts";
import { type WorkingCalendar, workingDayTest } from "#protocols/calendar/working-calendar.ts";
import type { DelayUnit } from "#protocols/language/delay.ts";

/** How far a due instant is, as people count: in minutes, hours, working days or days. */
export type Due = {
	kind: "ahead" | "late" | "paused";
	unit: "minutes" | "hours" | "working-days" | "days";
	n: number;
	/** Milliseconds since 1970. */
	at: number;
	/** On another day than today. */
	later: boolean;
};

type Asked = { dueAt: number; unit: DelayUnit; paused?: boolean; now: number };

/** Hours are counted up to here where time runs round the clock, days beyond. */
const hoursUpToMs = 48 * hourMs;

/**
 * Says how far a due instant is, in the territory's own days and hours.
 *
 * @param unit how the delay was counted; a team reads its time in the same unit
 */
export function dueOf(calendar: WorkingCalendar, { dueAt, unit, paused, now }: Asked): Due {
	const today = localDay(calendar.timeZone, now);
	const day = localDay(calendar.timeZone, dueAt);
	const base = { at: dueAt, later: day !== today };
	if (paused) return { kind: "paused", unit: "days", n: 0, ...base };

	const kind = dueAt > now ? "ahead" : "late";
	const [from, to] = kind === "ahead" ? [now, dueAt] : [dueAt, now];
	const span = { from, to, unit, days: Math.abs(day - today) };
	return { kind, ...counted(calendar, span, kind), ...base };
}

type Span = { from: number; to: number; unit: DelayUnit; days: number };

function counted(calendar: WorkingCalendar, span: Span, kind: "ahead" | "late") {
	const { from, to, unit, days } = span;
	if (countsWorkingTime(unit)) return countedAtWork(calendar, span, kind);
	const inHoursOnly = unit === "clock-hours" ? to - from < hoursUpToMs : days === 0;
	return inHoursOnly ? inHours(to - from) : inDays(days);
}

function countedAtWork(calendar: WorkingCalendar, span: Span, kind: "ahead" | "late") {
	const { from, to, unit, days } = span;
	const working = workingDays(calendar, from, to);
	const left = remainingTime(calendar, from, to, unit);
	if (working === 0) {
		if (days > 0 && (kind === "ahead" || to - from > dayMs)) return inDays(days);
		return inHours(left > 0 ? left : to - from);
	}
	const soon = unit === "working-hours" && kind === "ahead" && left < officeDayMs(calendar);
	return soon ? inHours(left) : ({ unit: "working-days", n: working } as const);
}

function inHours(ms: number): Pick<Due, "unit" | "n"> {
	if (ms < hourMs) return { unit: "minutes", n: Math.max(1, Math.floor(ms / minuteMs)) };
	return { unit: "hours", n: Math.floor(ms / hourMs) };
}

function inDays(n: number): Pick<Due, "unit" | "n"> {
	return { unit: "days", n };
}

/** The working days after the first day, up to and with the last. */
function workingDays(calendar: WorkingCalendar, from: number, to: number): number {
	const first = localDay(calendar.timeZone, from);
	const last = localDay(calendar.timeZone, to);
	const isWorked = workingDayTest(calendar);
	let count = 0;
	for (let day = first + 1; day <= last && day <= first + farDays; day += 1) {
		if (isWorked(day)) count += 1;
	}
	return count;
}

/** Nobody counts working days further than this. */
const farDays = 800;

function officeDayMs({ office }: WorkingCalendar): number {
	return (office.endMinute - office.startMinute) * minuteMs;
}
