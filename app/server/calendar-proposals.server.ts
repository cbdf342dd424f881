import type { StructureForm } from "#app/features/calendar/structure-form.schema.ts";
import type { TerritoryForm } from "#app/features/calendar/territory-form.schema.ts";
import { type TextKey, textKey } from "#app/i18n/text-key.ts";
import type { CalendarChange } from "#db/calendar-change.ts";
import { structureDaysOf } from "#db/calendars.ts";
import { closingOf, workingCalendarOf } from "#db/circumstances.ts";
import { keptStructures } from "#db/structure-upkeep.ts";
import { closesTooLong, datesOf } from "#protocols/calendar/closures.ts";
import { dayNumberOf } from "#protocols/calendar/day-number.ts";
import { localDay } from "#protocols/calendar/time-zone.ts";
import type { StructureClosing, WorkingCalendar } from "#protocols/calendar/working-calendar.ts";
import type { Member } from "./member.server.ts";
import type { Services } from "./services.server.ts";

/** What stands in the way of a change, next to the field that it is about. */
type Wrong = { field: string; message: TextKey };

/** A change that may be made, or what stands in its way. */
export type Proposed = { change: CalendarChange } | { wrong: Wrong };

/** How far back and ahead a date may lie, in days: what is being counted now, and what is planned. */
export const oldestDays = 31;
const furthestDays = 731;

/** The calendar of a territory as a coordinator wants it to be. */
export function proposedCalendar(
	{ db, clock }: Services,
	{ territoryId }: Member,
	form: TerritoryForm,
): Proposed {
	const present = workingCalendarOf(db, territoryId);
	const today = localDay(present.timeZone, clock.now());
	const wrong = form.change === "week" ? undefined : wrongDay(present, form, today);
	if (wrong) return { wrong };

	const calendar = calendarAfter(present, form);
	const field = form.change === "week" ? "workDays" : "date";
	if (closesTooLong(calendar, today - oldestDays)) {
		return { wrong: { field, message: textKey("calendar:mistakes.tooLong") } };
	}
	const closed = keptStructures(db, territoryId).some(({ id }) =>
		closesTooLong(calendar, today - oldestDays, closingOf(db, id)),
	);
	if (closed) return { wrong: { field, message: textKey("calendar:mistakes.tooLongStructure") } };
	return { change: { of: "territory", calendar } };
}

function calendarAfter(present: WorkingCalendar, form: TerritoryForm): WorkingCalendar {
	const without = (dates: string[], date: string) => dates.filter((one) => one !== date);
	switch (form.change) {
		case "week": {
			const { timeZone, holidays, opens, closes, workDays } = form;
			const office = { startMinute: opens, endMinute: closes };
			return { ...present, timeZone, holidays, office, workDays };
		}
		case "add":
			return form.kind === "closed"
				? { ...present, closedDates: [...present.closedDates, form.date] }
				: { ...present, openDates: [...present.openDates, form.date] };
		case "remove":
			return {
				...present,
				closedDates: without(present.closedDates, form.date),
				openDates: without(present.openDates, form.date),
			};
	}
}

function wrongDay(
	{ closedDates, openDates }: WorkingCalendar,
	{ change, date }: { change: "add" | "remove"; date: string },
	today: number,
): Wrong | undefined {
	const known = [...closedDates, ...openDates].includes(date);
	if (change === "remove") {
		return known ? undefined : { field: "date", message: textKey("calendar:mistakes.gone") };
	}
	if (known) return { field: "date", message: textKey("calendar:mistakes.known") };
	return isNear(date, today)
		? undefined
		: { field: "date", message: textKey("calendar:mistakes.far") };
}

/** The closing days of a structure as its manager wants them to be. */
export function proposedClosing(
	{ db, clock }: Services,
	{ territoryId, structureId }: { territoryId: string; structureId: string },
	form: StructureForm,
): Proposed {
	const { closing: present, onCall } = structureDaysOf(db, structureId);
	const calendar = workingCalendarOf(db, territoryId);
	const today = localDay(calendar.timeZone, clock.now());
	if (form.change === "add" && !(isNear(form.from, today) && isNear(form.to, today))) {
		return { wrong: { field: "from", message: textKey("calendar:mistakes.far") } };
	}
	const closing = closingAfter(present, form);
	if (closesTooLong(calendar, today - oldestDays, closing)) {
		const field = form.change === "week" ? "weekdays" : "to";
		return { wrong: { field, message: textKey("calendar:mistakes.tooLong") } };
	}
	const after = form.change === "week" ? form.onCall === "yes" : onCall;
	return { change: { of: "structure", structureId, closing, onCall: after } };
}

function closingAfter(present: StructureClosing, form: StructureForm): StructureClosing {
	if (form.change === "week") return { ...present, weekdays: form.weekdays };
	const dates = datesOf(form);
	const others = present.dates.filter((date) => !dates.includes(date));
	return { ...present, dates: form.change === "add" ? [...others, ...dates].sort() : others };
}

function isNear(date: string, today: number): boolean {
	const day = dayNumberOf(date);
	return day >= today - oldestDays && day <= today + furthestDays;
}
