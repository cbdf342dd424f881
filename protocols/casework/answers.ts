import type { Outcome, Step } from "#protocols/language/step.ts";
import { type Answers, type Facts, factsShape } from "#protocols/language/vocabulary/answers.ts";
import { type FieldCode, fields } from "#protocols/language/vocabulary/fields.ts";
import type { Refusal } from "./refusal.ts";

/** The questions that an outcome of a step asks; closing always asks for its reason. */
export function questionsOf(step: Step, outcome: Outcome | undefined): FieldCode[] {
	const asked = step.questions.filter((field) => field !== "closure_reason");
	return outcome?.to === "@closed" ? [...asked, "closure_reason"] : asked;
}

/** Why answers cannot be recorded: one is missing, or is no code of its list. */
export function answersRefusal(answers: Answers, asked: readonly FieldCode[]): Refusal | undefined {
	const unknown = Object.keys(answers).find(
		(field) => !asked.includes(field as FieldCode) || !isAnswer(field as FieldCode, answers),
	);
	if (unknown) return { code: "answer-unknown", field: unknown };

	const missing = asked.filter((field) => [answers[field] ?? []].flat().length === 0);
	return missing.length > 0 ? { code: "answers-incomplete", missing } : undefined;
}

/**
 * Answers that `answersRefusal` let pass, as history keeps them.
 *
 * @throws ZodError when they are no codes of their lists (a caller's bug)
 */
export function asFacts(answers: Answers): Facts {
	return factsShape.parse(answers);
}

function isAnswer(field: FieldCode, answers: Answers): boolean {
	const { codes, most } = fields[field];
	const given = [answers[field] ?? []].flat();
	return given.length <= most && given.every((code) => Object.hasOwn(codes, code));
}

/** The fields that an opening may state. */
export const openingFields: readonly FieldCode[] = ["age_band", "source_type"];
