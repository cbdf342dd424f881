import type { Language } from "#protocols/language/text.ts";
import type { Facts } from "#protocols/language/vocabulary/answers.ts";
import type { CodeList } from "#protocols/language/vocabulary/code-list.ts";
import { type FieldCode, fields } from "#protocols/language/vocabulary/fields.ts";
import {
	contactMeans,
	declineReasons,
	handoffOutcomes,
	identityMeans,
	informationToYoungPerson,
	mismatches,
	missingItems,
	phoneAnswers,
	redirectReasons,
	reviewFindings,
	suspensionReasons,
} from "#protocols/language/vocabulary/handoff-codes.ts";

/** What happens after a refusal: no list of the vocabulary, three fixed ways. */
const nextSteps = {
	GO_ON: {
		fr: "Je continue à accompagner, l'étape reste ouverte",
		en: "I go on supporting, the step stays open",
	},
	OUTCOME: {
		fr: "La situation passe à une autre étape",
		en: "The situation moves to another step",
	},
	DANGER: { fr: "Il y a un danger immédiat", en: "There is immediate danger" },
} as const satisfies CodeList;

/** The closed list of each code that an act may carry. */
export const codeLists: Readonly<Record<string, CodeList>> = {
	information: informationToYoungPerson,
	identityBy: identityMeans,
	mismatch: mismatches,
	declineReason: declineReasons,
	redirectReason: redirectReasons,
	suspensionReason: suspensionReasons,
	missing: missingItems,
	phone: phoneAnswers,
	contact: contactMeans,
	review: reviewFindings,
	outcome: handoffOutcomes,
	declaredBy: identityMeans,
	next: nextSteps,
};

/** The words of one or several codes of a list. */
export function codeWords(
	list: CodeList | undefined,
	codes: string | readonly string[] | undefined,
	language: Language,
): string {
	return [codes ?? []]
		.flat()
		.map((code) => list?.[code]?.[language] ?? code)
		.join(", ");
}

/** Closed answers with their questions, in words. */
export function answerWords(answers: Facts, language: Language) {
	return Object.entries(answers).map(([field, codes]) => {
		const known = fields[field as FieldCode];
		return { term: known.label[language], description: codeWords(known.codes, codes, language) };
	});
}

/** The choices of a list, for a form. */
export function choicesOf(list: CodeList | undefined, language: Language) {
	return Object.entries(list ?? {}).map(([value, label]) => ({ value, label: label[language] }));
}
