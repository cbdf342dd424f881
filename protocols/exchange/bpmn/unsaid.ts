import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { outlineOf } from "#protocols/compiler/outline.ts";
import { stepsOf } from "#protocols/compiler/outline-walk.ts";
import { sayWell } from "#protocols/compiler/wording.ts";
import { holds, type PlacedStep } from "#protocols/language/places.ts";
import type { Language, Text } from "#protocols/language/text.ts";

/** One thing that BPMN cannot say, and where the protocol says it. */
export type Unsaid = { code: string; sentence: string; places: string[] };

type Finder = {
	code: string;
	sentence: Text & { en: string };
	/** Whether a step says it. */
	at: (placed: PlacedStep, compiled: CompiledProtocol) => boolean;
};

/** How each language calls the others. */
const nameOf: Record<Language, Record<Language, string>> = {
	fr: { fr: "français", en: "anglais" },
	en: { fr: "French", en: "English" },
};

const finders: Finder[] = [
	{
		code: "condition",
		sentence: {
			fr: "Une issue qui dépend d'une réponse ou d'un autre axe : la condition est écrite sur la flèche, aucun outil ne la vérifie.",
			en: "An outcome that depends on an answer or on another track: the condition is written on the arrow, no tool checks it.",
		},
		at: ({ step }) => step.outcomes.some(({ when }) => when !== undefined),
	},
	{
		code: "rounds",
		sentence: {
			fr: "Le nombre de tours d'une étape avant qu'une décision soit demandée ailleurs.",
			en: "How often a step may be entered again before a decision elsewhere is asked for.",
		},
		at: ({ step }) => step.rounds !== undefined,
	},
	{
		code: "working-time",
		sentence: {
			fr: "Les heures et jours ouvrés : la minuterie BPMN compte le temps ordinaire, le délai exact est dans son nom.",
			en: "Working hours and days: a BPMN timer counts ordinary time, the exact delay is in its name.",
		},
		at: ({ step }) => step.delay.unit.startsWith("working"),
	},
	{
		code: "handoff-life",
		sentence: {
			fr: "La vie d'une transmission : accusé de réception, acceptation, refus motivé, relance, retour. BPMN ne montre que l'envoi.",
			en: "The life of a handoff: acknowledgement, acceptance, coded refusal, reminder, outcome. BPMN shows the sending only.",
		},
		at: ({ step }) => step.handoff !== undefined,
	},
	{
		code: "goes-on-at-acceptance",
		sentence: {
			fr: "La suite qui commence dès l'acceptation, pendant que la transmission continue.",
			en: "Going on as soon as a handoff is accepted, while the handoff itself continues.",
		},
		at: ({ step }) => step.handoff?.goesOn === "acceptance",
	},
	{
		code: "several-recipients",
		sentence: {
			fr: "Plusieurs structures sollicitées à la fois, la première qui accepte tenant lieu des autres.",
			en: "Several structures asked at once, the first that accepts standing for all.",
		},
		at: ({ step }) => (step.handoff?.recipients ?? 1) > 1,
	},
	{
		code: "leaves-group",
		sentence: {
			fr: "Une issue qui quitte des axes en parallèle et les arrête tous : en BPMN les autres axes continueraient.",
			en: "An outcome that leaves parallel tracks and ends them all: in BPMN the other tracks would go on.",
		},
		at: ({ step, container }) =>
			container.kind === "track" &&
			step.outcomes.some(({ to }) => !to.startsWith("@") && !holds(container, to)),
	},
	{
		code: "leads-the-course",
		sentence: {
			fr: "Une interruption dont la fin mène le parcours ailleurs : un sous-processus non interruptif ne déplace pas le processus.",
			en: "An interruption whose end leads the course elsewhere: a non-interrupting subprocess does not move the process.",
		},
		at: ({ step }) => step.outcomes.some(({ leads }) => leads !== undefined),
	},
	{
		code: "earlier-phase",
		sentence: {
			fr: "Un axe qui continue le travail d'une phase précédente.",
			en: "A track that goes on with the work of an earlier phase.",
		},
		at: ({ container }) =>
			container.kind === "track" &&
			container.within?.container.phase !== container.phase &&
			container.phase !== undefined,
	},
	{
		code: "closed-questions",
		sentence: {
			fr: "Les questions fermées et leurs réponses : seuls leurs noms sont dans la documentation de la tâche.",
			en: "Closed questions and their answers: only their names are in the documentation of the task.",
		},
		at: ({ step }) => step.questions.length > 0,
	},
	{
		code: "resources",
		sentence: {
			fr: "Les ressources liées à une étape.",
			en: "The resources that a step is linked to.",
		},
		at: ({ step }) => (step.resources?.length ?? 0) > 0,
	},
	{
		code: "participants",
		sentence: {
			fr: "Les rôles associés à une étape : ils sont dans la documentation de la tâche.",
			en: "The roles that join a step: they are in the documentation of the task.",
		},
		at: ({ step }) => step.participants.length > 0,
	},
];

/** Everything in a protocol that its BPMN drawing leaves out or says in plain text only. */
export function bpmnUnsaid(compiled: CompiledProtocol, language: Language): Unsaid[] {
	const outline = outlineOf(compiled, language);
	const steps = [...stepsOf([...outline.phases, ...outline.interruptions])];
	const found = finders.map(({ code, sentence, at }) => ({
		code,
		sentence: sayWell(sentence, language),
		places: steps.flatMap(({ id, number, title }) => {
			const placed = compiled.places.steps.get(id);
			return placed && at(placed, compiled) ? [`${number}. ${title}`] : [];
		}),
	}));
	return [...found, ...ofTheWhole(compiled, language)].filter(({ places }) => places.length > 0);
}

function ofTheWhole({ protocol, places }: CompiledProtocol, language: Language): Unsaid[] {
	const interruptions = protocol.interruptions;
	const carried = new Set([...places.steps.values()].map(({ step }) => step.handoff?.to));
	const titles = (texts: { title: Text }[]) => texts.map(({ title }) => sayWell(title, language));
	const item = (code: string, { fr, en }: { fr: string; en: string }, where: string[]) => ({
		code,
		sentence: sayWell({ fr, en }, language),
		places: where,
	});
	return [
		item(
			"paused-clocks",
			{
				fr: "Les délais du parcours qui s'arrêtent pendant une interruption.",
				en: "The delays of the course that pause during an interruption.",
			},
			titles(interruptions.filter(({ clocks }) => clocks === "pause")),
		),
		item(
			"raised-by",
			{
				fr: "Qui peut ouvrir une interruption : en BPMN, quiconque donne le signal.",
				en: "Who may open an interruption: in BPMN, whoever gives the signal.",
			},
			titles(interruptions),
		),
		item(
			"outside-without-handoff",
			{
				fr: "Les acteurs extérieurs auxquels aucune étape ne transmet : ils n'ont pas de couloir.",
				en: "Actors outside to whom no step hands off: they have no pool.",
			},
			protocol.roles
				.filter(({ id, external }) => external && !carried.has(id))
				.map(({ label }) => sayWell(label, language)),
		),
		item(
			"one-language",
			{
				fr: "L'autre langue du protocole : un fichier BPMN n'en parle qu'une.",
				en: "The other language of the protocol: a BPMN file speaks one only.",
			},
			protocol.languages
				.filter((other) => other !== language)
				.map((other) => nameOf[language][other]),
		),
	];
}
