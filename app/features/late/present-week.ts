import type { Language } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import type { EscalatedItem } from "#db/escalated-list.ts";
import { weekOf } from "#protocols/calendar/iso-week.ts";
import type { HandoffAct } from "#protocols/casework/handoff/life.ts";
import { say } from "#protocols/language/text.ts";
import { awaitedOf } from "./present-late.ts";

/** A line of what stays escalated, in words. */
export type PresentedEscalated = {
	key: string;
	to: string | null;
	step: string;
	awaited: ReturnType<typeof awaitedOf>;
	since: number;
	weeks: number;
	acts: HandoffAct[];
	elsewhere: number | null;
};

/** Words a line of what stays escalated. */
export function presentEscalated(
	{ link, step, since, weeks, done, ...about }: EscalatedItem,
	place: number,
	language: Language,
): PresentedEscalated {
	return {
		key: `${place}`,
		to: link && "handoff" in link ? paths.handoff(link.handoff) : null,
		step: say(step, language),
		awaited: awaitedOf(about, language),
		...{ since, weeks },
		...done,
	};
}

const dayMs = 86_400_000;

/** The ISO week of an instant: its year, its number, its Monday. */
export function isoWeek(at: number): { year: number; number: number; monday: number } {
	const monday = weekOf(at);
	// The Thursday says which year a week belongs to.
	const year = new Date(monday + 3 * dayMs).getUTCFullYear();
	const first = weekOf(Date.UTC(year, 0, 4));
	return { year, number: Math.round((monday - first) / (7 * dayMs)) + 1, monday };
}
