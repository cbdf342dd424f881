import type { Language } from "#protocols/language/text.ts";

const fr = {
	anyTime: "À tout moment",
	begins: "La situation s'ouvre",
	late: "Retard signalé",
	closed: "Situation close",
	over: "Interruption finie",
	overTo: (place: string) => `Interruption finie : le parcours va à ${place}`,
	together: (title: string) => `${title} : tous les axes finis`,
	participants: "Avec : ",
	questions: "Questions : ",
	delay: "Délai de l'équipe : ",
	handoff: "Transmission à : ",
	silent: "Si personne ne répond : ",
	audience: "À qui il s'adresse : ",
	prerequisites: "Ce qui doit être prêt avant : ",
	promises: "Ce que le territoire promet : ",
	unsaid: "Ce que BPMN ne dit pas : ",
};

type Words = typeof fr;

const en: Words = {
	anyTime: "At any moment",
	begins: "The situation opens",
	late: "Delay flagged",
	closed: "Situation closed",
	over: "Interruption over",
	overTo: (place) => `Interruption over: the course goes to ${place}`,
	together: (title) => `${title}: all tracks have ended`,
	participants: "With: ",
	questions: "Questions: ",
	delay: "Delay of the team: ",
	handoff: "Handoff to: ",
	silent: "If nobody answers: ",
	audience: "For whom: ",
	prerequisites: "What is to be ready before: ",
	promises: "What the territory promises: ",
	unsaid: "What BPMN does not say: ",
};

const words: Record<Language, Words> = { fr, en };

/** The few words that a BPMN file adds to a protocol's own. */
export function bpmnWords(language: Language): Words {
	return words[language];
}
