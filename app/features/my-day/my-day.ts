import { type Due, dueOf } from "#app/i18n/due.ts";
import type { Language } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import type { StuckHandoff } from "#db/arbitration-list.ts";
import type { HandoffList } from "#db/handoff-lists.ts";
import type { HandoffWork, Listed } from "#db/work-list.ts";
import type { StepWork } from "#db/work-steps.ts";
import type { WorkingCalendar } from "#protocols/calendar/working-calendar.ts";
import type { LifeState } from "#protocols/casework/handoff/life.ts";
import { wordsOf } from "#protocols/compiler/wording.ts";
import { say } from "#protocols/language/text.ts";

/** The lists of one's day, in the order in which somebody waits. */
export const sectionNames = [
	"acknowledge",
	"study",
	"precisions",
	"steps",
	"unbound",
	"returns",
	"external",
	"arbitrate",
	"underway",
	"outcomes",
	"drafts",
] as const;
export type SectionName = (typeof sectionNames)[number];

/** One line of a list: what is shown, in words, and nothing else. */
export type Row = {
	to: string;
	/** The alias of the situation; for a coordinator, the two structures. */
	name: string;
	step: string;
	urgency?: string;
	state?: LifeState;
	/** The role that nobody carries yet. */
	role?: string;
	due?: Due;
};

/** A list with its first rows, and whether there are more. */
export type Section = { name: SectionName; rows: Row[]; more: boolean };

/** For whom rows are worded, and when. */
export type Reading = { language: Language; calendar: WorkingCalendar; now: number };

/** Handoffs whose state says more than the title of their list. */
const statesShown: readonly HandoffList[] = ["study", "returns", "external", "underway"];

/** A list of handoffs as rows. */
export function handoffSection(
	name: HandoffList,
	{ rows, more }: Listed<HandoffWork>,
	reading: Reading,
): Section {
	const shown = rows.map(({ handle, alias, step, state, urgency, ...clock }) => ({
		to: paths.handoff(handle),
		name: alias,
		step: say(step, reading.language),
		urgency: wordsOf(reading.language).urgencies[urgency],
		...(statesShown.includes(name) ? { state } : {}),
		...dueFrom(clock, reading),
	}));
	return { name, rows: shown, more };
}

/** A list of steps as rows; those whose clock is paused come last. */
export function stepSection(
	name: "steps" | "unbound",
	{ rows, more }: Listed<StepWork>,
	reading: Reading,
): Section {
	const pausedLast = [...rows].sort((one, other) => Number(one.paused) - Number(other.paused));
	const shown = pausedLast.map(({ handle, alias, step, role, roleId, ...clock }) => ({
		to: name === "unbound" ? paths.bindRole(handle, roleId) : paths.situation(handle),
		name: alias,
		step: say(step, reading.language),
		...(name === "unbound" ? { role: say(role, reading.language) } : {}),
		...dueFrom(clock, reading),
	}));
	return { name, rows: shown, more };
}

/** What a coordinator is asked to settle: structures and urgency, no answer. */
export function arbitrationSection(
	{ rows, more }: Listed<StuckHandoff>,
	reading: Reading,
): Section {
	const shown = rows.map(
		({ handle, from, to, fromRole, toRole, step, state, urgency, ...clock }) => ({
			to: paths.handoff(handle),
			name: `${from ?? say(fromRole, reading.language)} → ${to ?? say(toRole, reading.language)}`,
			step: say(step, reading.language),
			urgency: wordsOf(reading.language).urgencies[urgency],
			state,
			...dueFrom(clock, reading),
		}),
	);
	return { name: "arbitrate", rows: shown, more };
}

type Clocked = Pick<HandoffWork, "dueAt" | "unit"> & { paused?: boolean };

function dueFrom({ dueAt, unit, paused = false }: Clocked, { calendar, now }: Reading) {
	return dueAt === null ? {} : { due: dueOf(calendar, { dueAt, unit, paused, now }) };
}
