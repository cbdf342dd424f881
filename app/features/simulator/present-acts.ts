import { questionsOf } from "#protocols/casework/answers.ts";
import { sampleAnswers } from "#protocols/casework/scenario-samples.ts";
import type { Language } from "#protocols/language/text.ts";
import { type Field, type FieldCode, fields } from "#protocols/language/vocabulary/fields.ts";
import { type PossibleAct, possibleActs } from "#protocols/simulator/possible-acts.ts";
import type { Told } from "#protocols/simulator/telling.ts";
import type { Naming } from "./naming.ts";
import { presentHandoffActs } from "./present-handoff-acts.ts";

export type RoleActs = ReturnType<typeof presentRole>;
export type AnswerForm = RoleActs["answers"][number];
export type QuestionView = AnswerForm["questions"][number];

type Answering = Extract<PossibleAct, { answers: string }>;

/** What each role can do now, as forms: only what the protocol accepts is offered. */
export function presentActs(told: Told, language: Language, naming: Naming) {
	const acts = possibleActs(told);
	const { roles } = told.compiled.protocol;
	return roles
		.filter(({ id }) => acts.some(({ by }) => by === id))
		.map(({ id }) =>
			presentRole(
				id,
				acts.filter(({ by }) => by === id),
				{ told, language, naming },
			),
		);
}

type Presenting = { told: Told; language: Language; naming: Naming };

function presentRole(id: string, acts: PossibleAct[], presenting: Presenting) {
	const { told, naming } = presenting;
	const bound = told.situation.bindings[id];
	const answering = acts.filter((act): act is Answering => "answers" in act);
	const steps = [...new Set(answering.map(({ answers }) => answers))];
	return {
		id,
		label: naming.role(id),
		structure: bound === undefined ? null : naming.structure(bound),
		answers: steps.map((step) =>
			presentAnswering(
				step,
				answering.filter(({ answers }) => answers === step),
				presenting,
			),
		),
		handoffs: presentHandoffActs(acts, presenting),
		raises: acts.flatMap((act) =>
			"raises" in act ? [{ act: JSON.stringify(act), words: naming.interruption(act.raises) }] : [],
		),
	};
}

function presentAnswering(id: string, acts: Answering[], { told, language, naming }: Presenting) {
	const step = told.compiled.places.steps.get(id)?.step;
	const asked = step
		? acts.flatMap(({ outcome: code }) => {
				return questionsOf(
					step,
					step.outcomes.find((outcome) => outcome.code === code),
				);
			})
		: [];
	return {
		step: id,
		title: naming.step(id),
		questions: [...new Set(asked)].map((field) => presentQuestion(field, language)),
		outcomes: acts.map(({ outcome: code, with: answers = {} }) => {
			const when = step?.outcomes.find((outcome) => outcome.code === code)?.when;
			const needs = when && "fact" in when && answers[when.fact] !== undefined ? when : undefined;
			return {
				code,
				words: naming.outcome(id, code),
				needs: needs
					? {
							field: fields[needs.fact].label[language],
							answers: needs.in.map((one) => codeInWords(needs.fact, one, language)),
						}
					: null,
			};
		}),
	};
}

function presentQuestion(name: FieldCode, language: Language) {
	const { label, most, codes }: Field = fields[name];
	const sample = name === "closure_reason" ? "SAFE_LASTING" : sampleAnswers([name])[name];
	return {
		name,
		label: label[language],
		most,
		choices: Object.entries(codes).map(([value, words]) => ({ value, label: words[language] })),
		held: [sample ?? []].flat(),
	};
}

function codeInWords(field: FieldCode, code: string, language: Language): string {
	const { codes }: Field = fields[field];
	return codes[code]?.[language] ?? code;
}
