import { sayDuration, sayWell, wordsOf } from "#protocols/compiler/wording.ts";
import type { Duration } from "#protocols/language/delay.ts";
import type { Language, Text } from "#protocols/language/text.ts";

/** A sentence or a few words in both languages. */
export type Said = { fr: string; en: string };

/** Says something once in each language. */
export function inBoth(say: (language: Language) => string): Said {
	return { fr: say("fr"), en: say("en") };
}

/** A text of a protocol; in French where the translation is missing. */
export function saidText(text: Text): Said {
	return inBoth((language) => sayWell(text, language));
}

/** What somebody wrote, as it stands, whatever the reader's language. */
export function asWritten(words: string): Said {
	return { fr: words, en: words };
}

/** "2 jours ouvrés". */
export function saidDuration(duration: Duration): Said {
	return inBoth((language) => sayDuration(duration, language));
}

/** A word of the compiler's own lists, such as a kind of step. */
export function saidWord(pick: (words: ReturnType<typeof wordsOf>) => string): Said {
	return inBoth((language) => pick(wordsOf(language)));
}

/** Several things in one line; « aucun » when there is none. */
export function saidList(parts: readonly Said[]): Said {
	if (parts.length === 0) return words.none;
	return inBoth((language) => parts.map((part) => part[language]).join(", "));
}

/** In quotation marks of each language. */
export function quoted({ fr, en }: Said): Said {
	return { fr: `«\u00a0${fr}\u00a0»`, en: `“${en}”` };
}

/** A label, and for a text in another language which one: « Titre (en anglais) ». */
export function labelOfText(label: Said, written: Language): Said {
	return inBoth((language) =>
		language === written ? label[language] : `${label[language]} (${nameOf[written][language]})`,
	);
}

const nameOf: Record<Language, Said> = {
	fr: { fr: "en français", en: "in French" },
	en: { fr: "en anglais", en: "in English" },
};

/** The languages of a protocol by name. */
export function saidLanguages(spoken: readonly Language[]): Said {
	const known: Record<Language, Said> = {
		fr: { fr: "français", en: "French" },
		en: { fr: "anglais", en: "English" },
	};
	return saidList(spoken.map((language) => known[language]));
}

/** "3e place, après « Croiser les regards »". */
export function saidPlace(index: number, before: Said | undefined): Said {
	const rank = { fr: index === 0 ? "1re place" : `${index + 1}e place`, en: `place ${index + 1}` };
	if (!before) return rank;
	const { fr, en } = quoted(before);
	return { fr: `${rank.fr}, après ${fr}`, en: `${rank.en}, after ${en}` };
}

/** Two sayings that look alike though they stand for different things are told apart by their names. */
export function toldApart(said: Said, other: Said, name: string): Said {
	return inBoth((language) =>
		said[language] === other[language] ? `${said[language]} [${name}]` : said[language],
	);
}

/** The words of the differences themselves. */
export const words = {
	none: { fr: "aucun", en: "none" },
	yes: { fr: "oui", en: "yes" },
	no: { fr: "non", en: "no" },
	anyone: { fr: "tout le monde", en: "anyone" },
	protocol: { fr: "Le protocole entier", en: "The whole protocol" },
	absentList: { fr: "liste absente", en: "list left out" },
	emptyList: { fr: "liste vide", en: "empty list" },
	title: { fr: "Titre", en: "Title" },
	label: { fr: "Nom", en: "Name" },
	audience: { fr: "Pour qui", en: "For whom" },
	prerequisites: { fr: "À prévoir avant", en: "To arrange before" },
	languages: { fr: "Langues", en: "Languages" },
	external: { fr: "Hors de Relais", en: "Outside Relais" },
	place: { fr: "Place", en: "Place" },
	within: { fr: "Se trouve dans", en: "Stands in" },
	start: { fr: "Commence par", en: "Begins with" },
	kind: { fr: "Nature", en: "Kind" },
	role: { fr: "Rôle qui porte l'étape", en: "Role that carries the step" },
	participants: { fr: "Rôles associés", en: "Roles that take part" },
	delay: { fr: "Délai", en: "Delay" },
	basis: { fr: "Ce qui fonde le délai", en: "What the delay rests on" },
	reference: { fr: "Référence du délai", en: "Reference of the delay" },
	rounds: { fr: "Nombre de tours", en: "Number of rounds" },
	guidance: { fr: "Conseil", en: "Guidance" },
	resources: { fr: "Fiches liées", en: "Linked resources" },
	questions: { fr: "Questions", en: "Questions" },
	outcomeOrder: { fr: "Ordre des issues", en: "Order of outcomes" },
	promiseOrder: { fr: "Ordre des promesses", en: "Order of promises" },
	leads: { fr: "mène à", en: "leads to" },
	when: { fr: "condition", en: "condition" },
	raises: { fr: "ouvre", en: "opens" },
	leadsCourse: { fr: "le parcours va à", en: "the course goes to" },
	end: { fr: "répond à la fin", en: "answers the end" },
	groupLeads: { fr: "Ensuite", en: "Then" },
	phaseOfTrack: { fr: "Phase de cet axe", en: "Phase of this track" },
	raisedBy: { fr: "Peut être ouverte par", en: "May be opened by" },
	clocks: { fr: "Pendant ce temps", en: "Meanwhile" },
	handoff: { fr: "Transmission", en: "Handoff" },
	to: { fr: "vers", en: "to" },
	mode: { fr: "voie", en: "way" },
	urgency: { fr: "urgence", en: "urgency" },
	asks: { fr: "demande", en: "asks for" },
	goesOn: { fr: "la suite vient", en: "goes on" },
	recipients: { fr: "structures sollicitées ensemble", en: "structures asked at once" },
	ifSilent: { fr: "si personne ne répond", en: "if nobody answers" },
	promise: { fr: "Promesse", en: "Promise" },
	spelling: { fr: "Écriture du document", en: "Spelling of the document" },
} as const satisfies Record<string, Said>;

/** How the ends of a handoff are called. */
export const ends = {
	accepted: { fr: "acceptée", en: "accepted" },
	refused: { fr: "déclinée", en: "declined" },
	withdrawn: { fr: "retirée", en: "withdrawn" },
	completed: { fr: "aboutie", en: "completed" },
	failed: { fr: "non aboutie", en: "failed" },
} as const satisfies Record<string, Said>;
