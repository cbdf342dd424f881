import { type Due, dueOf } from "#app/i18n/due.ts";
import type { Language } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import type { LateItem } from "#db/late-list.ts";
import type { WorkingCalendar } from "#protocols/calendar/working-calendar.ts";
import type { LifeState } from "#protocols/casework/handoff/life.ts";
import type { LateRung } from "#protocols/casework/ladder.ts";
import { wordsOf } from "#protocols/compiler/wording.ts";
import { say } from "#protocols/language/text.ts";

/** For whom what is late is worded, and when. */
export type Reading = { language: Language; calendar: WorkingCalendar; now: number };

/** Something that is late, in words. */
export type PresentedLate = {
	key: string;
	to: string | null;
	/** The alias or the two words of the reader's own register; none for a coordinator. */
	name: string | null;
	step: string;
	rung: LateRung;
	/** How many times the delay has run, in tenths. */
	share: number;
	due: Due;
	urgency: string | null;
	state: LifeState | null;
	awaited: Awaited;
	phone: string | null;
};

type Awaited = { kind: "own" | "known" | "protected"; role: string; structure: string };

/** Words something that is late. */
export function presentLate(item: LateItem, place: number, reading: Reading): PresentedLate {
	const { language, calendar, now } = reading;
	const { link, name, step, rung, urgency, state, dueAt, unit, own, phone } = item;
	return {
		// No name of ours leaves the server for the sake of a list.
		key: `${place}`,
		to: addressOf(link),
		name,
		step: say(step, language),
		rung,
		share: Math.floor(item.share * 10) / 10,
		due: dueOf(calendar, { dueAt, unit, now }),
		urgency: urgency && wordsOf(language).urgencies[urgency],
		state,
		awaited: awaitedOf(item, language),
		phone: own ? null : phone,
	};
}

/** Who is awaited, as the reader may know them. */
export function awaitedOf(
	{ own, role, structure }: Pick<LateItem, "own" | "role" | "structure">,
	language: Language,
): Awaited {
	const words = say(role, language);
	if (own) return { kind: "own", role: words, structure: "" };
	return structure === null
		? { kind: "protected", role: words, structure: "" }
		: { kind: "known", role: words, structure };
}

function addressOf(link: LateItem["link"]): string | null {
	if (link === null) return null;
	return "handoff" in link ? paths.handoff(link.handoff) : paths.situation(link.situation);
}
