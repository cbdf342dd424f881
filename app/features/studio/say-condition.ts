import { sayWell, wordsOf } from "#protocols/compiler/wording.ts";
import type { Condition } from "#protocols/language/step.ts";
import type { Text } from "#protocols/language/text.ts";
import { fields } from "#protocols/language/vocabulary/fields.ts";
import type { DraftReading } from "./reading-draft.ts";

/** Says when an outcome is open: "si Tranche d'âge : moins de 15 ans". */
export function sayCondition({ language, names }: DraftReading, when: Condition): string {
	const words = wordsOf(language);
	if ("track" in when) return words.reached(names.get(when.reached) ?? when.reached);
	const { label, codes } = fields[when.fact];
	const known: Readonly<Record<string, Text>> = codes;
	const answers = when.in.map((code) => {
		const answer = known[code];
		return answer ? sayWell(answer, language) : code;
	});
	return words.factIn(sayWell(label, language), answers.join(words.or));
}
