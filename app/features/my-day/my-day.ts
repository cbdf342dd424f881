import { type Due, dueOf } from "#app/i18n/due.ts";
import type { Language } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import type { StuckHandoff } from "#db/arbitration-list.ts";
import type { HandoffList } from "#db/handoff-lists.ts";
import type { EndedSituation, InactiveSituation, StructureToCall } from "#db/inactivity-lists.ts";
import type { MergedSituation } from "#db/merged-list.ts";
import type { RecalledLine } from "#db/recalls.ts";
import type { HandoffWork, Listed } from "#db/work-list.ts";
import type { StepWork } from "#db/work-steps.ts";
import type { WorkingCalendar } from "#protocols/calendar/working-calendar.ts";
import type { LifeState } from "#protocols/casework/handoff/life.ts";
import { wordsOf } from "#protocols/compiler/wording.ts";
import { say } from "#protocols/language/text.ts";

/** The lists of one's day, in the order in which somebody waits. */
export const sectionNames = [
	"recalled",
	"acknowledge",
	"study",
	"precisions",
	"steps",
	"unbound",
	"returns",
	"external",
	"arbitrate",
	"unsettled",
	"inactive",
	"underway",
	"outcomes",
	"merged",
	"endedAlone",
	"endedElsewhere",
	"drafts",
] as const;
export type SectionName = (typeof sectionNames)[number];

/** One line of a list: what is shown, in words, and nothing else. */
export type Row = {
	to: string;
	/** The alias of the situation, the two words of a line; for a coordinator, the two structures. */
	name: string;
	step: string;
	urgency?: string;
	state?: LifeState;
	/** The recipient has not found the line. */
	unmatched?: boolean;
	/** It was found to be the same as another: it remains, or went on under another alias. */
	merged?: "remains" | "closed";
	/** The role that nobody carries yet. */
	role?: string;
	/** Nobody acts there, or the system closed it for that: since which week, and what comes next. */
	inactive?: { kind: InactiveKind; week: number; next?: number; count?: number };
	due?: Due;
};

/** What there is to say of a situation in which nobody acts. */
export type InactiveKind = InactiveSituation["stage"] | "ended" | "unsettled" | "endedElsewhere";

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
	const shown = rows.map(({ handle, alias, words, unmatched, step, state, urgency, ...clock }) => ({
		to: paths.handoff(handle),
		// What is not received yet has no name of one's own: the two words say which line it is.
		name: name === "acknowledge" ? words : alias,
		step: say(step, reading.language),
		urgency: wordsOf(reading.language).urgencies[urgency],
		...(statesShown.includes(name) ? { state } : {}),
		...(unmatched ? { unmatched } : {}),
		...dueFrom(clock, reading),
	}));
	return { name, rows: shown, more };
}

/** Lines whose number was recalled, for who has lost their register. */
export function recalledSection(lines: RecalledLine[], { language }: Reading): Section {
	const shown = lines.map(({ handle, words, step }) => ({
		to: paths.handoff(handle),
		name: words,
		step: say(step, language),
	}));
	return { name: "recalled", rows: shown, more: false };
}

/** Situations that became one: what to write in one's register. */
export function mergedSection({ rows, more }: Listed<MergedSituation>): Section {
	const shown = rows.map(({ handle, alias, remains }) => ({
		to: paths.situation(handle),
		name: alias,
		step: "",
		merged: remains ? ("remains" as const) : ("closed" as const),
	}));
	return { name: "merged", rows: shown, more };
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

/** Situations in which nobody acts, for those who hold them. */
export function inactiveSection({ rows, more }: Listed<InactiveSituation>): Section {
	const shown = rows.map(({ handle, alias, stage, activeAt, closesAt }) => ({
		to: paths.situation(handle),
		name: alias,
		step: "",
		inactive: {
			kind: stage,
			week: activeAt,
			...(closesAt === null ? {} : { next: closesAt }),
		},
	}));
	return { name: "inactive", rows: shown, more };
}

/** What the system closed, until it is forgotten. */
export function endedSection({ rows, more }: Listed<EndedSituation>): Section {
	const shown = rows.map(({ handle, alias, closedAt, purgeAt }) => ({
		to: paths.situation(handle),
		name: alias,
		step: "",
		inactive: { kind: "ended" as const, week: closedAt, next: purgeAt },
	}));
	return { name: "endedAlone", rows: shown, more };
}

/** Whom a coordinator may call: about what still runs though nobody acts, or about what closed alone. */
export function callSection(
	name: "unsettled" | "endedElsewhere",
	{ rows, more }: Listed<StructureToCall>,
): Section {
	const shown = rows.map(({ structureId, structure, count, since }) => ({
		to: paths.structure(structureId),
		name: structure ?? "",
		step: "",
		inactive: { kind: name, week: since, count },
	}));
	return { name, rows: shown, more };
}

type Clocked = Pick<HandoffWork, "dueAt" | "unit"> & { paused?: boolean };

function dueFrom({ dueAt, unit, paused = false }: Clocked, { calendar, now }: Reading) {
	return dueAt === null ? {} : { due: dueOf(calendar, { dueAt, unit, paused, now }) };
}
