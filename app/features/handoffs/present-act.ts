import { isoDay } from "#app/i18n/format.ts";
import { formatPlainDate } from "#app/i18n/list.ts";
import type { ActChoices } from "#db/handoff-acts.ts";
import type { HandoffPage } from "#db/handoff-page.ts";
import { showCode, tidyCode } from "#db/pseudonyms/code.ts";
import { showWords } from "#db/pseudonyms/pairing-words.ts";
import { type Language, say } from "#protocols/language/text.ts";
import type { ActOptions } from "./act-fields.tsx";
import type { ActAnswers } from "./act-form.schema.ts";
import type { ActForm } from "./act-table.ts";
import { choicesOf, codeLists, codeWords } from "./code-words.ts";
import { presentHandoff } from "./present-handoff.ts";
import { presentStructure } from "./structure-words.ts";

type Place = { language: Language; timeZone: string; now: number; secret: string };

/** The page of an act in the reader's language, without its form key. */
export function presentAct(form: ActForm, page: HandoffPage, choices: ActChoices, place: Place) {
	const { language } = place;
	const told = presentHandoff(page, language);
	const { alias, number, words, ageBand, step, from, to, side, missing, outcome } = told;
	const facts: Record<string, string | null> = {
		GIVE_INFO: missing,
		READ_OUTCOME: outcome,
	};
	return {
		handle: page.handle,
		options: optionsOf(form, page, choices, place),
		// The draft's number has been told to nobody.
		reading: {
			alias,
			number: alias === null ? number : null,
			words: alias === null && number === null ? words : null,
			ageBand,
			step,
			from: side === "sender" ? undefined : from.name,
			to: side === "recipient" ? undefined : to.name,
		},
		checked: looksAgain(form, choices),
		fact: facts[form.act] ?? null,
		seen: page.seen,
	};
}

/** A page that asks nothing already shows whom it concerns: it is its own last look. */
function looksAgain({ checked, fields }: ActForm, { outcomes }: ActChoices): boolean {
	return checked && (fields.length > 0 || outcomes.length > 0);
}

/** Said when a limit is reached, never by a person. */
const bySystem = ["TOO_MANY_TRIES"];

function optionsOf(
	{ act, fields }: ActForm,
	page: HandoffPage,
	choices: ActChoices,
	{ language, timeZone, now, secret }: Place,
): ActOptions {
	const coded = fields.filter(({ need }) => codeLists[need] !== undefined);
	const refusals = choices.outcomes.length > 0;
	const lists = Object.fromEntries(
		coded.map(({ need }) => [
			need,
			choicesOf(codeLists[need], language).filter(({ value }) => !bySystem.includes(value)),
		]),
	);
	const days = choices.latest !== null && {
		first: isoDay(now, { timeZone }),
		last: isoDay(choices.latest, { timeZone }),
		latest: choices.latest,
	};
	return {
		act,
		fields,
		lists: {
			...lists,
			// Another step is offered only where the protocol has one to go to.
			...(lists.next && !refusals
				? { next: lists.next.filter(({ value }) => value !== "OUTCOME") }
				: {}),
		},
		referents: choices.referents,
		structures: choices.structures.map((one) => presentStructure(one, { language, secret })),
		role: say(page.to.role, language),
		days: days || null,
		outcomes: choices.outcomes.map(({ code, label }) => ({
			value: code,
			label: say(label, language),
		})),
		stays: choices.stays,
		words: page.matching.words === null ? null : showWords(page.matching.words),
		timeZone,
	};
}

/** What somebody is about to say, as the last look shows it: each answer by the name of its question. */
export function saidWords(options: ActOptions, answers: ActAnswers, language: Language) {
	const named = options.fields.flatMap(({ need }) => {
		const given = need === "matched" ? answers.number : answers[need];
		return given === undefined ? [] : [{ need, words: wordsOf(options, need, given, language) }];
	});
	const outcome = options.outcomes.find(({ value }) => value === answers.stepOutcome);
	return { named, outcome: outcome?.label ?? null };
}

function wordsOf(
	{ structures, referents, role }: ActOptions,
	need: string,
	given: string | string[],
	language: Language,
): string {
	const list = codeLists[need];
	if (need === "matched") return showCode(tidyCode(String(given)));
	if (need === "until") return formatPlainDate(String(given), language);
	if (list) return codeWords(list, given, language);
	const structure = structures.find(({ id }) => id === given);
	if (structure) return structure.name ?? role;
	return referents.find(({ id }) => id === given)?.label ?? String(given);
}
