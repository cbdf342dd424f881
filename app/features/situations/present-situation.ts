import { type Due, dueOf } from "#app/i18n/due.ts";
import type { HandoffInSituation } from "#db/situation-handoffs.ts";
import type { Told } from "#db/situation-history.ts";
import type { SituationPage } from "#db/situation-page.ts";
import type { OpenStep, Why } from "#db/situation-steps.ts";
import type { WorkingCalendar } from "#protocols/calendar/working-calendar.ts";
import { sayDelay, wordsOf } from "#protocols/compiler/wording.ts";
import { type Language, say } from "#protocols/language/text.ts";
import { closingReasons } from "#protocols/language/vocabulary/closure-reasons.ts";
import type { CodeList } from "#protocols/language/vocabulary/code-list.ts";
import { answersInWords } from "./answers-in-words.ts";
import { partnersInWords } from "./partners-in-words.ts";
import { maybe, person } from "./person.ts";

/** For whom a situation is worded, and when. */
export type Wording = { language: Language; calendar: WorkingCalendar; now: number };

/** What the page of a situation shows, in the reader's language, and nothing more. */
export type SituationView = ReturnType<typeof presentSituation>;
export type StepCard = ReturnType<typeof presentStep>;
export type HandoffLine = ReturnType<typeof presentHandoff>;
export type OwnHandoffLine = Extract<HandoffLine, { own: true }>;
export type HistoryLine = ReturnType<typeof presentTold>;

/** Words a situation for one of its structures. */
export function presentSituation(page: SituationPage, wording: Wording) {
	const { language, calendar, now } = wording;
	const steps = page.steps.map((step) => presentStep(step, wording));
	const handoffs = page.handoffs.map((handoff) => presentHandoff(handoff, wording));
	const tasks = handoffs
		.filter(isTask)
		.filter(({ stepId }) => steps.some(({ id }) => id === stepId));
	const isOurs = ({ id }: StepCard) => tasks.some(({ stepId }) => stepId === id);
	return {
		handle: page.handle,
		alias: page.alias,
		code: page.code,
		closed: page.closed,
		ending: page.ending && {
			...page.ending,
			reason: reasonInWords(page.ending.reason, language),
		},
		inactive: page.inactive,
		continues: page.continues,
		beside: page.beside,
		openedAt: page.openedAt,
		held: page.held.map(({ part, title, who, since }) => ({
			part,
			title: maybe(title, language),
			who: person(who, language),
			since,
		})),
		todo: steps.filter(({ own, handedOff }) => own && !handedOff).sort(byUrgency),
		unbound: steps.filter(({ who }) => who === null),
		/** Handoffs that we took up: their steps wait for what they bring back. */
		tasks,
		elsewhere: steps
			.filter(({ own, handedOff, who }) => who !== null && (!own || handedOff))
			.filter((step) => !isOurs(step)),
		partners: partnersInWords(page.partners, language),
		running: page.running.map(({ id, title, pauses }) => ({
			id,
			title: say(title, language),
			pauses,
		})),
		offered: page.offered.map(({ id, title, danger }) => ({
			id,
			title: say(title, language),
			danger,
		})),
		handoffs,
		history: [...page.history].reverse().map((told) => presentTold(told, page, language)),
		facts: answersInWords(page.facts, language),
		roles: page.roles.map(({ roleId, role, who, mayChange }) => ({
			roleId,
			role: say(role, language),
			who: person(who, language),
			mayChange,
		})),
		lead: page.lead && person(page.lead, language),
		steers: page.steers,
		heavy: page.heavy,
		timeZone: calendar.timeZone,
		now,
	};
}

function reasonInWords(reason: string, language: Language): string {
	const reasons: CodeList = closingReasons;
	return reasons[reason]?.[language] ?? reason;
}

function isTask(handoff: HandoffLine): handoff is OwnHandoffLine {
	if (!handoff.own || handoff.beside) return false;
	return handoff.awaited && handoff.side === "recipient" && !handoff.ended;
}

/** What runs before what is paused, the most late first. */
function byUrgency(one: StepCard, other: StepCard): number {
	const paused = ({ due }: StepCard) => Number(due.kind === "paused");
	return paused(one) - paused(other) || one.due.at - other.due.at;
}

/** Words a step; its guidance and its reasons only for those who carry it. */
export function presentStep(step: OpenStep, { language, calendar, now }: Wording) {
	const { id, kind, roleId, own, handedOff, help, who } = step;
	return {
		id,
		kind,
		title: say(step.title, language),
		roleId,
		role: say(step.role, language),
		who: who && person(who, language),
		own,
		handedOff,
		place: maybe(step.place, language),
		due: dueOf(calendar, { dueAt: step.dueAt, unit: step.unit, paused: step.paused, now }),
		help: help && {
			guidance: say(help.guidance, language),
			delay: sayDelay(help.delay, language),
			why: presentWhy(help.why, language),
			recipient: maybe(help.recipient, language),
			external: help.external,
		},
	};
}

function presentWhy(why: Why, language: Language) {
	const step = why.by === "step" ? why : undefined;
	return {
		by: why.by,
		title: "title" in why ? say(why.title, language) : "",
		outcome: maybe(step?.outcome ?? null, language),
		who: step?.who ? person(step.who, language) : null,
	};
}

function presentHandoff(handoff: HandoffInSituation, { language, calendar, now }: Wording) {
	if (!handoff.own) {
		const { stage, followed } = handoff;
		const named = followed && { handle: followed.handle, step: say(followed.step, language) };
		return { own: false as const, stage, followed: named };
	}
	const step = say(handoff.step, language);
	const { handle, stepId, state, awaited, ended, urgency, side, other, role, dueAt, unit } =
		handoff;
	// What has ended is only still to be read, and only by whoever it waits for.
	const runs = dueAt !== null && (!ended || awaited);
	const due: Due | null = runs ? dueOf(calendar, { dueAt, unit, now }) : null;
	return {
		own: true as const,
		handle,
		stepId,
		step,
		state,
		awaited,
		ended,
		side,
		beside: handoff.beside,
		unmatched: handoff.unmatched,
		urgency: wordsOf(language).urgencies[urgency],
		other: other ? person(other, language).name : say(role, language),
		due,
	};
}

function presentTold(told: Told, { correctable }: SituationPage, language: Language) {
	const { position, at, kind, by, colleague, about, outcome, answers, act, names } = told;
	return {
		position,
		at,
		kind,
		by: by && person(by, language),
		colleague,
		about: maybe(about, language),
		outcome: maybe(outcome, language),
		answers: answersInWords(answers, language),
		act,
		names: names && person(names, language).name,
		correctable: correctable.includes(position),
	};
}
