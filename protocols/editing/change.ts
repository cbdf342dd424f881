import type { DocumentIssue } from "#protocols/language/issue.ts";
import type { PartRef } from "./part-ref.ts";
import type { EditRefusal, Reference, RefusalFacts } from "./refusal.ts";

/** What became of a wish: the copy was changed, and a part is to be shown; or why not. */
export type Change = { selected?: PartRef | undefined } | { refusal: EditRefusal };

/** The wish is refused, for a reason that people can act on. */
export function refuse(facts: RefusalFacts): { refusal: EditRefusal } {
	return { refusal: { ...facts, sentence: sentenceOf(facts) } };
}

function sentenceOf(facts: RefusalFacts): { fr: string; en: string } {
	switch (facts.code) {
		case "absent":
			return {
				fr: "Cette partie n'existe plus dans le brouillon.",
				en: "This part is not in the draft any more.",
			};
		case "outcome-absent":
			return {
				fr: `L'étape n'a pas d'issue « ${facts.outcome} ».`,
				en: `The step has no outcome "${facts.outcome}".`,
			};
		case "name-taken":
			return {
				fr: `Le nom « ${facts.name} » est déjà pris.`,
				en: `The name "${facts.name}" is already taken.`,
			};
		case "neighbour-absent":
			return {
				fr: `« ${facts.name} » n'est pas à cet endroit.`,
				en: `"${facts.name}" is not in this place.`,
			};
		case "still-referred-to":
			return stillReferredTo(facts.by);
		case "last-of-its-place":
			return {
				fr: "C'est le dernier élément de cet endroit : ajoutez-en d'abord un autre (un groupe garde deux axes).",
				en: "This is the last element of this place: first add another (a group keeps two tracks).",
			};
		case "closure-elsewhere":
			return {
				fr: "Une étape de clôture se place dans une phase, hors des groupes et des interruptions.",
				en: "A closure step stands in a phase, outside groups and interruptions.",
			};
		case "into-itself":
			return {
				fr: "Un groupe ne peut pas être placé à l'intérieur de lui-même.",
				en: "A group cannot be placed inside itself.",
			};
		case "left-after-rounds":
			return {
				fr: `L'issue « ${facts.outcome} » est celle d'après le dernier tour : dites laquelle la remplace.`,
				en: `The outcome "${facts.outcome}" is the one after the last round: say which one replaces it.`,
			};
		case "unreadable":
			return firstIssue(facts.issues);
	}
}

function stillReferredTo(by: Reference[]): { fr: string; en: string } {
	const others = by.length - 1;
	const [first] = by;
	if (!first)
		return { fr: "D'autres parties y mènent encore.", en: "Other parts still lead here." };
	if (others === 0) return first.sentence;
	return {
		fr: `${first.sentence.fr} Et ${others === 1 ? "un autre renvoi" : `${others} autres renvois`}.`,
		en: `${first.sentence.en} And ${others === 1 ? "one other reference" : `${others} other references`}.`,
	};
}

function firstIssue([first]: DocumentIssue[]): { fr: string; en: string } {
	const none = { fr: "Cette modification n'est pas possible.", en: "This change is not possible." };
	return first?.sentence ?? none;
}
