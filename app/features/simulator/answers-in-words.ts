import type { Language } from "#protocols/language/text.ts";
import type { Facts } from "#protocols/language/vocabulary/answers.ts";
import { type Field, type FieldCode, fields } from "#protocols/language/vocabulary/fields.ts";

/** Closed answers in words: "Adhésion : hésite". */
export function answersInWords(answers: Facts, language: Language) {
	return (Object.keys(answers) as FieldCode[]).map((field) => {
		const { label, codes }: Field = fields[field];
		const given = [answers[field] ?? []].flat();
		return { label: label[language], values: given.map((code) => codes[code]?.[language] ?? code) };
	});
}
