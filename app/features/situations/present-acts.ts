import { formatList, formatPlainDate, formatWeekday } from "#app/i18n/list.ts";
import type { InterruptionPage } from "#db/interruption-page.ts";
import type { Candidate, SteeringPage } from "#db/steering-page.ts";
import { sayDuration } from "#protocols/compiler/wording.ts";
import { type Language, say } from "#protocols/language/text.ts";
import { wordsOfCodes } from "./answers-in-words.ts";
import { person } from "./person.ts";

export type InterruptionView = ReturnType<typeof presentInterruption>;
export type SteeringView = ReturnType<typeof presentSteering>;

/** Words an interruption before it is declared. */
export function presentInterruption(page: InterruptionPage, language: Language) {
	const { handle, alias, id, danger, pauses, running, first } = page;
	return {
		handle,
		alias,
		ageBand: wordsOfCodes("age_band", page.ageBand, language)[0] ?? null,
		id,
		title: say(page.title, language),
		danger,
		pauses,
		running,
		first: first && {
			title: say(first.title, language),
			role: first.who ? person(first.who, language).name : say(first.role, language),
			delay: sayDuration(first.delay, language),
		},
		seen: page.seen,
	};
}

/**
 * Words the choice of a structure, for a role or for the whole.
 *
 * @param keyOf what the form calls a structure: no id where its name protects somebody
 */
export function presentSteering(
	page: SteeringPage,
	language: Language,
	keyOf: (candidate: Candidate) => string,
) {
	// On a day when nobody works, saying so of each tells nothing.
	const someOpen = page.candidates.some(({ openToday }) => openToday);
	const chosen = page.candidates.find(({ id }) => id === page.now?.structureId);
	return {
		handle: page.handle,
		alias: page.alias,
		role: page.role && say(page.role, language),
		now: page.now && person(page.now.who, language).name,
		chosen: chosen ? keyOf(chosen) : null,
		candidates: page.candidates.map((candidate) => ({
			...presentCandidate(candidate, language),
			id: keyOf(candidate),
			closedToday: !candidate.openToday && someOpen,
		})),
		seen: page.seen,
	};
}

function presentCandidate(candidate: Candidate, language: Language) {
	const { name, zone, own, closedOn, nextClosing } = candidate;
	const days = closedOn.map((day) => formatWeekday(day, language));
	return {
		name,
		zone,
		own,
		closedOn: days.length > 0 ? formatList(days, language) : null,
		nextClosing: nextClosing && formatPlainDate(nextClosing, language),
	};
}
