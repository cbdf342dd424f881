import type { Language } from "#protocols/language/text.ts";
import type { Facts } from "#protocols/language/vocabulary/answers.ts";
import { type Field, type FieldCode, fields } from "#protocols/language/vocabulary/fields.ts";

/** A closed question and its answers, in words. */
export type Answered = { field: string; label: string; values: string[] };

/** Closed answers in words, question by question. */
export function answersInWords(answers: Facts, language: Language): Answered[] {
	return (Object.keys(answers) as FieldCode[]).map((field) => ({
		field,
		label: fields[field].label[language],
		values: wordsOfCodes(field, answers[field], language),
	}));
}

/** The words of one or several codes of a field. */
export function wordsOfCodes(
	field: FieldCode,
	codes: string | readonly string[] | undefined,
	language: Language,
): string[] {
	const { codes: list }: Field = fields[field];
	return [codes ?? []].flat().map((code) => list[code]?.[language] ?? code);
}
