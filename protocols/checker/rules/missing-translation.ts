import { type PartRef, spellPart } from "#protocols/editing/part-ref.ts";
import type { Rule } from "../rule.ts";
import { textsOf } from "../texts-of.ts";
import { both, named } from "../words.ts";

/** A part that lacks a text in a language that the protocol says it speaks. */
export const missingTranslation: Rule = {
	code: "missing-translation",
	severity: "warning",
	find({ compiled: { protocol, places } }) {
		if (!protocol.languages.includes("en")) return [];
		const missing = textsOf(protocol, places).filter(({ text }) => text.en === undefined);
		const parts = [...new Set(missing.map(({ part }) => spellPart(part)))];
		return parts.flatMap((spelled) => {
			const texts = missing.filter(({ part }) => spellPart(part) === spelled);
			const [first] = texts;
			if (!first) return [];
			const part: PartRef = first.part;
			const { fr, en } = named(protocol, part);
			const count = texts.length;
			return {
				part,
				path: first.path,
				sentence: both(
					`${fr} : ${count === 1 ? "un texte n'est pas traduit" : `${count} textes ne sont pas traduits`} en anglais.`,
					`${en}: ${count === 1 ? "one text is not translated" : `${count} texts are not translated`} into English.`,
				),
				advice: both(
					"Écrivez la traduction à côté du texte français, ou retirez l'anglais des langues du protocole.",
					"Write the translation beside the French text, or take English out of the languages of the protocol.",
				),
			};
		});
	},
};
