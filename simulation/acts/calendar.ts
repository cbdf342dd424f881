import { changeCalendar, structureDaysOf } from "#db/calendars.ts";
import { workingCalendarOf } from "#db/circumstances.ts";
import type { Db } from "#db/client.ts";
import { pick } from "#protocols/casework/random-choice.ts";
import { perform } from "../perform.ts";
import type { Run } from "../run.ts";
import type { Place } from "../territories.ts";

/** The territory closes a day or changes its hours, or a structure its closing days and its on-call. */
export function changeCalendars(run: Run, place: Place): void {
	const { chance } = run;
	const { territoryId, coordination } = place;
	const structureId = pick(chance, place.people.structures);
	const whole = chance(2) === 0;
	const actor = whole ? coordination : structureId;
	perform(run, {
		kind: whole ? "a territory's calendar" : "a structure's closing days",
		keyed: false,
		ask: (db, moment) => {
			const change = whole
				? territoryDays(run, db, territoryId)
				: structureDays(run, db, structureId);
			const portion = changeCalendar(db, moment, {
				...{ territoryId, actor: `${actor}-member`, structureId: actor, change },
			});
			const wrong = portion?.faults.length ?? 0;
			if (wrong > 0) throw portion?.faults[0];
			return { accepted: portion !== undefined, why: "the same" };
		},
	});
}

function territoryDays({ chance, clock }: Run, db: Db, territoryId: string) {
	const calendar = workingCalendarOf(db, territoryId);
	const soon = dateOf(clock.now() + chance(20) * 86_400_000);
	if (chance(3) > 0) {
		const closedDates = [...new Set([...calendar.closedDates, soon])];
		const openDates = calendar.openDates.filter((date) => date !== soon);
		return { of: "territory" as const, calendar: { ...calendar, closedDates, openDates } };
	}
	const startMinute = 480 + chance(3) * 30;
	const office = { startMinute, endMinute: startMinute + 480 };
	return { of: "territory" as const, calendar: { ...calendar, office } };
}

function structureDays({ chance }: Run, db: Db, structureId: string) {
	const { closing, onCall } = structureDaysOf(db, structureId);
	const weekdays = chance(2) === 0 ? [] : [1 + chance(5)];
	return {
		...{ of: "structure" as const, structureId },
		...{ closing: { ...closing, weekdays }, onCall: chance(3) === 0 ? !onCall : onCall },
	};
}

function dateOf(at: number): string {
	return new Date(at).toISOString().slice(0, 10);
}
