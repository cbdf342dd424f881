import type { CorrectionPage } from "#db/correction-page.ts";
import type { Blocked, Leads, OutcomeChoice } from "#db/outcome-choices.ts";
import type { StepPage } from "#db/step-page.ts";
import { type Language, say } from "#protocols/language/text.ts";
import { type Field, type FieldCode, fields } from "#protocols/language/vocabulary/fields.ts";
import { answersInWords, wordsOfCodes } from "./answers-in-words.ts";
import { presentStep, type Wording } from "./present-situation.ts";

/** A closed question as a form asks it. */
export type Question = {
	name: FieldCode;
	label: string;
	most: number;
	choices: { value: string; label: string }[];
	/** Asked only with an outcome that closes. */
	onlyToClose: boolean;
	held: string[];
};

/** An outcome as a form offers it. */
export type OutcomeView = ReturnType<typeof presentOutcome>;
export type StepView = ReturnType<typeof presentStepPage>;
export type CorrectionView = ReturnType<typeof presentCorrection>;

/** Words the page on which a step is answered. */
export function presentStepPage(page: StepPage, wording: Wording) {
	const { language } = wording;
	return {
		handle: page.handle,
		alias: page.alias,
		ageBand: wordsOfCodes("age_band", page.ageBand, language)[0] ?? null,
		step: presentStep(page.step, wording),
		questions: page.questions.map((field) => question(field, language)),
		outcomes: page.outcomes.map((outcome) => presentOutcome(outcome, language)),
		seen: page.seen,
	};
}

/** Words the page on which an entry is corrected. */
export function presentCorrection(page: CorrectionPage, language: Language) {
	return {
		handle: page.handle,
		alias: page.alias,
		ageBand: wordsOfCodes("age_band", page.ageBand, language)[0] ?? null,
		position: page.position,
		step: say(page.step, language),
		questions: page.questions.map((field) => question(field, language, page.answers[field])),
		before: answersInWords(page.answers, language),
		outcome: page.outcome,
		outcomes: page.outcomes.map((outcome) => presentOutcome(outcome, language)),
		seen: page.seen,
	};
}

function question(
	name: FieldCode,
	language: Language,
	held: string | string[] | undefined = [],
): Question {
	const { label, most, codes }: Field = fields[name];
	return {
		name,
		label: label[language],
		most,
		choices: Object.entries(codes).map(([value, words]) => ({ value, label: words[language] })),
		onlyToClose: name === "closure_reason",
		held: [held].flat(),
	};
}

function presentOutcome(
	{ code, label, leads, raises, danger, needs, blocked }: OutcomeChoice,
	language: Language,
) {
	return {
		code,
		label: say(label, language),
		leads: presentLeads(leads, language),
		raises: raises && say(raises, language),
		needs: needs && conditionInWords(needs, language),
		blocked: blocked && presentBlocked(blocked, language),
		danger,
	};
}

function presentLeads(leads: Leads, language: Language) {
	return { at: leads.at, title: "title" in leads ? say(leads.title, language) : "" };
}

function presentBlocked(blocked: Blocked, language: Language) {
	switch (blocked.because) {
		case "rounds":
			return { because: blocked.because, beyond: say(blocked.beyond, language) };
		case "reached":
			return { because: blocked.because, title: say(blocked.title, language) };
		case "fact":
			return { because: blocked.because, ...conditionInWords(blocked, language) };
		case "handoffs":
			return blocked;
	}
}

function conditionInWords(
	{ field, codes }: { field: FieldCode; codes: string[] },
	language: Language,
) {
	return {
		field: fields[field].label[language],
		answers: wordsOfCodes(field, codes, language),
	};
}
