import type { OpeningChoice } from "#db/opening-choices.ts";
import { type Language, say } from "#protocols/language/text.ts";
import { fields } from "#protocols/language/vocabulary/fields.ts";

/** A protocol to open under, in the reader's language. */
export type OpeningView = ReturnType<typeof presentOpening>;

/** Words the protocols under which a situation may be opened. */
export function presentOpening(choices: OpeningChoice[], language: Language) {
	return choices.map(({ id, title, audience, steps, raises }) => ({
		id,
		title: say(title, language),
		audience: audience && say(audience, language),
		steps,
		raises: raises.map((raised) => ({
			value: raised.id,
			label: say(raised.title, language),
			danger: raised.danger,
		})),
	}));
}

/** The closed lists of an opening. */
export function openingLists(language: Language) {
	const choices = (codes: Record<string, { fr: string; en: string }>) =>
		Object.entries(codes).map(([value, label]) => ({ value, label: label[language] }));
	return {
		ages: choices(fields.age_band.codes),
		sources: choices(fields.source_type.codes),
	};
}
