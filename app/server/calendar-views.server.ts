import type { DelayView } from "#app/features/calendar/delay-page.tsx";
import type { DelayAsked } from "#app/features/calendar/delay-query.ts";
import type { MonthsView } from "#app/features/calendar/months-page.tsx";
import { closingOf, workingCalendarOf } from "#db/circumstances.ts";
import { directoryOf } from "#db/directory.ts";
import { countedDelay } from "#protocols/calendar/counted-days.ts";
import { dayNumberOf, plainDateOf } from "#protocols/calendar/day-number.ts";
import { dayStandings } from "#protocols/calendar/day-standing.ts";
import { monthsFrom } from "#protocols/calendar/months.ts";
import { instantOf, localDay } from "#protocols/calendar/time-zone.ts";
import type { Member } from "./member.server.ts";
import type { Services } from "./services.server.ts";

/** Three months from the present one, by the territory's calendar and one's own structure's closings. */
export function comingMonths({ db, clock }: Services, member: Member): MonthsView {
	const calendar = workingCalendarOf(db, member.territoryId);
	const standingOf = dayStandings(calendar, closingOf(db, member.structureId));
	const today = plainDateOf(localDay(calendar.timeZone, clock.now()));
	return {
		today,
		structure: member.structureName,
		months: monthsFrom(today, 3).map(({ month, dates }) => ({
			month,
			days: dates.map((date) => standingOf(dayNumberOf(date))),
		})),
	};
}

/** What a delay comes to by the calendar of the territory; nothing is recorded. */
export function delayView({ db, clock }: Services, member: Member, asked: DelayAsked): DelayView {
	const now = clock.now();
	const calendar = workingCalendarOf(db, member.territoryId);
	const known = directoryOf(db, member, now).flatMap((entry) =>
		entry.masked ? [] : [{ value: entry.id, label: entry.name }],
	);
	const { timeZone } = calendar;
	const view = { timeZone, structures: known, values: asked.values, errors: asked.errors };
	if (!asked.delay) return { ...view, counted: null };

	const from = asked.start === undefined ? now : instantOf(timeZone, asked.start);
	const structure = known.find(({ value }) => value === asked.structure)?.value;
	const closing = structure === undefined ? undefined : closingOf(db, structure);
	try {
		const counted = countedDelay(calendar, from, asked.delay, closing);
		return { ...view, counted: { ...counted, from, delay: asked.delay } };
	} catch (error) {
		// A calendar that stays closed leaves nothing to count; anything else is a bug.
		if (!(error instanceof RangeError)) throw error;
		return { ...view, counted: null, errors: { n: ["calendar:delay.never"] } };
	}
}
