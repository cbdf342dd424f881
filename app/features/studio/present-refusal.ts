import type { DraftRefusal } from "#db/draft-edits.ts";
import { spellPart } from "#protocols/editing/part-ref.ts";
import type { Language } from "#protocols/language/text.ts";
import type { RefusalView } from "./edit-answer.ts";
import { sayStanding } from "./say-standing.ts";

/** Words why a draft was not changed. */
export function presentRefusal(refusal: DraftRefusal, language: Language): RefusalView {
	const sentence = refusal.sentence[language];
	switch (refusal.code) {
		case "changed-meanwhile":
			return {
				...{ sentence, lines: [] },
				meanwhile: {
					...{ by: refusal.by.label, revision: refusal.revision },
					fields: sayStanding(refusal.theirs, language),
				},
			};
		case "still-referred-to":
			return {
				sentence,
				lines: refusal.by.map((reference) => ({
					sentence: reference.sentence[language],
					part: spellPart(reference.from),
				})),
			};
		case "unreadable":
			return {
				sentence,
				lines: refusal.issues.map((issue) => ({ sentence: issue.sentence[language] })),
			};
		default:
			return { sentence, lines: [] };
	}
}
