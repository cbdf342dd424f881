import { type DayNumber, weekdayOf } from "#protocols/calendar/day-number.ts";
import { dayMs, instantOf, localDay, minuteMs } from "#protocols/calendar/time-zone.ts";

/** When ordinary notices go, on the territory's own clock, in minutes after midnight. */
export const noticeMinutes = { morning: 8 * 60, afternoon: 13 * 60 } as const;
export type Notice = keyof typeof noticeMinutes;

/** How far a notice goes before or after its time, so that nobody learns from it when something happened. */
export const mostJitterMs = 20 * minuteMs;

/** On which days somebody is there to read. */
export type Opening = {
	timeZone: string;
	isOpen: (day: DayNumber) => boolean;
	/** Urgent letters go on closing days too. */
	onCall: boolean;
};

/** How much earlier or later a reader's notice of a day goes: always the same for that notice. */
export type Jitter = (reader: string, day: DayNumber, notice: Notice) => number;

type Asked = { opening: Opening; reader: string; jitter: Jitter; now: number };

/** A calendar that never opens must not swallow a letter. */
const longestClosureDays = 400;

/** When the next notice goes that a reader wants: on an open day, never at the time of the event. */
export function nextNotice(asked: Asked, wanted: readonly Notice[]): number {
	const { opening, now } = asked;
	const today = localDay(opening.timeZone, now);
	for (let day = today; day < today + longestClosureDays; day += 1) {
		if (!opening.isOpen(day)) continue;
		const at = wanted.map((notice) => noticeAt(asked, day, notice)).find((at) => at > now);
		if (at !== undefined) return at;
	}
	return noticeAt(asked, today + 1, "morning");
}

/** When an urgent letter goes: at once, unless nobody is there before the next open morning. */
export function urgentTime(asked: Asked): number {
	const { opening, now } = asked;
	const today = localDay(opening.timeZone, now);
	if (opening.isOpen(today) || opening.onCall) return now;
	return nextNotice(asked, ["morning"]);
}

/** When the letter of this week goes: the morning of its first open day; undefined when there is none. */
export function weeklyTime(asked: Asked): number | undefined {
	const { opening } = asked;
	const monday = mondayOf(opening, asked.now);
	const week = Array.from({ length: 7 }, (_, index) => monday + index);
	const day = week.find(opening.isOpen);
	return day === undefined ? undefined : noticeAt(asked, day, "morning");
}

/** The week that an instant lies in, on the territory's own clock. */
export function weekOfLetter(opening: Opening, now: number): { from: number; until: number } {
	const monday = mondayOf(opening, now);
	const startOf = (day: DayNumber) => instantOf(opening.timeZone, day * dayMs);
	return { from: startOf(monday), until: startOf(monday + 7) };
}

function mondayOf({ timeZone }: Opening, now: number): DayNumber {
	const today = localDay(timeZone, now);
	return today - (weekdayOf(today) - 1);
}

function noticeAt({ opening, reader, jitter }: Asked, day: DayNumber, notice: Notice): number {
	const planned = instantOf(opening.timeZone, day * dayMs + noticeMinutes[notice] * minuteMs);
	return planned + jitter(reader, day, notice);
}
