import type { Delay, DelayUnit, Duration } from "#protocols/language/delay.ts";
import type { milestones, PhaseId } from "#protocols/language/protocol.ts";
import type { handoffClocks, StepKind, Urgency } from "#protocols/language/step.ts";
import { type Language, say, type Text } from "#protocols/language/text.ts";

/** The few words that a drawing and an outline add to a protocol's own, in both languages. */
const fr = {
	phases: {
		identification: "Repérage",
		orientation: "Orientation",
		accompaniment: "Accompagnement",
	},
	kinds: {
		action: "Action",
		decision: "Décision",
		handoff: "Transmission",
		review: "Point d'étape",
		closure: "Clôture",
	},
	units: {
		"clock-hours": ["heure", "heures"],
		"working-hours": ["heure ouvrée", "heures ouvrées"],
		"working-days": ["jour ouvré", "jours ouvrés"],
		"calendar-days": ["jour", "jours"],
	},
	bases: { law: "fixé par la loi", example: "repris d'un exemple", proposal: "proposition" },
	urgencies: {
		immediate: "immédiate",
		urgent: "urgente",
		priority: "prioritaire",
		standard: "ordinaire",
	},
	handoffClocks: {
		acknowledge: "accuser réception",
		decide: "dire oui ou non",
		firstContact: "premier contact",
		treatRefusal: "traiter un refus",
		reviewSuspension: "revoir une suspension",
		readOutcome: "lire le retour",
	},
	milestones: {
		"first-acknowledgement": "Premier accusé de réception",
		"first-protection": "Première mise en protection",
		"first-contact": "Premier contact",
		"first-review": "Premier point d'étape",
		closure: "Clôture",
	},
	modes: { app: "dans Relais", external: "hors de Relais, déclarée par l'expéditeur" },
	goesOn: { acceptance: "dès l'acceptation", outcome: "au retour du résultat" },
	at: {
		step: (number: string, title: string) => `étape ${number}, «\u00a0${title}\u00a0»`,
		again: "même étape, un tour de plus",
		group: (numbers: string, title: string) =>
			`«\u00a0${title}\u00a0», étapes ${numbers} en parallèle`,
		end: (title: string) => `fin de l'axe «\u00a0${title}\u00a0»`,
		over: "fin\u00a0: le parcours continue où il en est",
		overTo: (place: string) => `fin\u00a0: le parcours va à ${place}`,
		closed: "la situation est close",
	},
	raises: (title: string) => `ouvre «\u00a0${title}\u00a0»`,
	factIn: (field: string, answers: string) => `si ${field}\u00a0: ${answers}`,
	reached: (title: string) => `si «\u00a0${title}\u00a0» a été atteinte`,
	or: " ou ",
	rounds: (most: number, beyond: string) => `${most} fois au plus, ensuite «\u00a0${beyond}\u00a0»`,
	anyone: "tout le monde",
	clocks: {
		run: "les délais du parcours continuent",
		pause: "les délais du parcours s'arrêtent",
	},
	anyTime: "À tout moment",
	groupLeads: (place: string) => `quand tous les axes sont finis\u00a0: ${place}`,
	groupDone: "tous les axes sont finis",
	raisedBy: (roles: string) => `peut être ouverte par ${roles}`,
};

/** The words of one language. */
export type Words = typeof fr;

const en: Words = {
	phases: {
		identification: "Identification",
		orientation: "Orientation",
		accompaniment: "Support",
	},
	kinds: {
		action: "Action",
		decision: "Decision",
		handoff: "Handoff",
		review: "Review",
		closure: "Closure",
	},
	units: {
		"clock-hours": ["hour", "hours"],
		"working-hours": ["working hour", "working hours"],
		"working-days": ["working day", "working days"],
		"calendar-days": ["day", "days"],
	},
	bases: { law: "set by law", example: "taken from an example", proposal: "proposal" },
	urgencies: {
		immediate: "immediate",
		urgent: "urgent",
		priority: "priority",
		standard: "ordinary",
	},
	handoffClocks: {
		acknowledge: "acknowledge",
		decide: "say yes or no",
		firstContact: "first contact",
		treatRefusal: "treat a refusal",
		reviewSuspension: "review a suspension",
		readOutcome: "read the outcome",
	},
	milestones: {
		"first-acknowledgement": "First acknowledgement",
		"first-protection": "First protection",
		"first-contact": "First contact",
		"first-review": "First review",
		closure: "Closure",
	},
	modes: { app: "in Relais", external: "outside Relais, declared by the sender" },
	goesOn: { acceptance: "as soon as it is accepted", outcome: "when the outcome comes back" },
	at: {
		step: (number, title) => `step ${number}, “${title}”`,
		again: "same step, one more round",
		group: (numbers, title) => `“${title}”, steps ${numbers} side by side`,
		end: (title) => `end of the track “${title}”`,
		over: "over: the course goes on where it stands",
		overTo: (place) => `over: the course goes to ${place}`,
		closed: "the situation is closed",
	},
	raises: (title) => `opens “${title}”`,
	factIn: (field, answers) => `if ${field}: ${answers}`,
	reached: (title) => `if “${title}” has been reached`,
	or: " or ",
	rounds: (most, beyond) => `${most} times at most, then “${beyond}”`,
	anyone: "anyone",
	clocks: { run: "the delays of the course run on", pause: "the delays of the course pause" },
	anyTime: "At any moment",
	groupLeads: (place) => `when all tracks have ended: ${place}`,
	groupDone: "all tracks have ended",
	raisedBy: (roles) => `may be opened by ${roles}`,
};

const words: Record<Language, Words> = { fr, en };

/** The words of a language. */
export function wordsOf(language: Language): Words {
	return words[language];
}

/** Says a text of the protocol, its French marks held to their words by unbreakable spaces. */
export function sayWell(text: Text, language: Language): string {
	const said = say(text, language);
	if (language !== "fr") return said;
	return said.replaceAll(/ (?=[?!:;»])/g, "\u00a0").replaceAll("« ", "«\u00a0");
}

/** "2 jours ouvrés", "8 working hours". */
export function sayDuration({ n, unit }: Duration, language: Language): string {
	const [one, many] = wordsOf(language).units[unit];
	return `${n}\u00a0${n === 1 ? one : many}`;
}

/** "8 heures ouvrées, fixé par la loi (CASF L226-2-1)". */
export function sayDelay(delay: Delay, language: Language): string {
	const basis = wordsOf(language).bases[delay.basis];
	const rests = delay.reference ? `${basis} (${delay.reference})` : basis;
	return `${sayDuration(delay, language)}, ${rests}`;
}

// Every value of the language has its words: a new one does not compile without them.
fr satisfies {
	phases: Record<PhaseId, string>;
	kinds: Record<StepKind, string>;
	units: Record<DelayUnit, [string, string] | string[]>;
	bases: Record<Delay["basis"], string>;
	urgencies: Record<Urgency, string>;
	handoffClocks: Record<(typeof handoffClocks)[number], string>;
	milestones: Record<(typeof milestones)[number], string>;
};
