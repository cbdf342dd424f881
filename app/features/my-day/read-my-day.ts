import type { Language } from "#app/i18n/languages.ts";
import { missingRoles, stuckHandoffs } from "#db/arbitration-list.ts";
import { workingCalendarOf } from "#db/circumstances.ts";
import type { Db } from "#db/client.ts";
import type { HandoffList } from "#db/handoff-lists.ts";
import {
	endedElsewhere,
	endedSituations,
	inactiveSituations,
	unsettledSituations,
} from "#db/inactivity-lists.ts";
import { type LockAlert, lockAlerts } from "#db/lock-alerts.ts";
import { mergedSituations } from "#db/merged-list.ts";
import { recalledLines } from "#db/recalls.ts";
import { type Cut, handoffWork } from "#db/work-list.ts";
import { stepWork, unboundWork } from "#db/work-steps.ts";
import { say } from "#protocols/language/text.ts";
import {
	arbitrationSection,
	callSection,
	endedSection,
	handoffSection,
	inactiveSection,
	mergedSection,
	type Reading,
	recalledSection,
	type Section,
	type SectionName,
	sectionNames,
	stepSection,
} from "./my-day.ts";

/** Rows of a list on one screen. */
export const rowsOnAPage = 20;

type Reader = {
	territoryId: string;
	structureId: string;
	duty: string;
	reception: boolean;
	manager: boolean;
};

type Asked = { language: Language; now: number; only: SectionName | undefined; page: number };

/** One's day: the lists that hold something, or one of them further down. */
export type MyDay = {
	sections: Section[];
	/** The list that is read alone, and its page. */
	only: SectionName | null;
	page: number;
	reception: boolean;
	mayOpen: boolean;
	/** Roles that situations wait for and that nobody in the territory holds; for a coordinator. */
	missingRoles: { role: string; steps: number }[];
	/** Who searched again and again and found nothing; for who answers for them, and a coordinator. */
	alerts: LockAlert[];
	timeZone: string;
};

/** Reads one's day: one query a list. */
export function readMyDay(db: Db, reader: Reader, asked: Asked): MyDay {
	const calendar = workingCalendarOf(db, reader.territoryId);
	const reading = { language: asked.language, calendar, now: asked.now };
	const cut = { limit: rowsOnAPage, offset: asked.only ? (asked.page - 1) * rowsOnAPage : 0 };
	const coordinates = reader.duty === "coordinator";
	const names = sectionsFor(reader).filter((name) => !asked.only || name === asked.only);
	return {
		sections: names
			.map((name) => readSection(db, reader, name, { reading, cut }))
			.filter(({ rows }) => rows.length > 0),
		only: asked.only ?? null,
		page: asked.page,
		reception: reader.reception,
		mayOpen: !coordinates,
		missingRoles: coordinates
			? missingRoles(db, reader).map(({ role, steps }) => ({
					role: say(role, asked.language),
					steps,
				}))
			: [],
		alerts: lockAlerts(db, reader, asked.now),
		timeZone: calendar.timeZone,
	};
}

/** The lists of a coordinator alone. */
const coordinators: readonly SectionName[] = ["arbitrate", "unsettled", "endedElsewhere"];

/** What waits at reception comes first for those who receive, after one's own steps for others. */
function sectionsFor({ duty, reception }: Reader): SectionName[] {
	const coordinates = duty === "coordinator";
	const lists = sectionNames.filter((name) => coordinates || !coordinators.includes(name));
	if (coordinates) return moved(moved(lists, "unsettled", 0), "arbitrate", 0);
	if (reception) return lists;
	const atReception: SectionName[] = ["acknowledge", "study"];
	return [...lists.filter((name) => !atReception.includes(name)), ...atReception];
}

function moved(lists: SectionName[], name: SectionName, to: number): SectionName[] {
	const others = lists.filter((other) => other !== name);
	return [...others.slice(0, to), name, ...others.slice(to)];
}

function readSection(
	db: Db,
	reader: Reader,
	name: SectionName,
	{ reading, cut }: { reading: Reading; cut: Cut },
): Section {
	switch (name) {
		case "steps":
			return stepSection(name, stepWork(db, reader, cut), reading);
		case "unbound":
			return stepSection(name, unboundWork(db, reader, cut), reading);
		case "arbitrate":
			return arbitrationSection(stuckHandoffs(db, reader, cut), reading);
		case "unsettled":
			return callSection(name, unsettledSituations(db, reader, cut));
		case "endedElsewhere":
			return callSection(name, endedElsewhere(db, reader, cut));
		case "recalled":
			return recalledSection(recalledLines(db, reader, reading.now), reading);
		case "merged":
			return mergedSection(mergedSituations(db, reader, reading.now, cut));
		case "inactive":
			return inactiveSection(inactiveSituations(db, reader, cut));
		case "endedAlone":
			return endedSection(endedSituations(db, reader, cut));
		default: {
			const list: HandoffList = name;
			return handoffSection(list, handoffWork(db, reader, list, cut), reading);
		}
	}
}
