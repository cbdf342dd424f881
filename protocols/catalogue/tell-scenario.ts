import { sayDuration } from "#protocols/compiler/wording.ts";
import { type Places, placesOf } from "#protocols/language/places.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { type Language, say } from "#protocols/language/text.ts";
import { actWords } from "./act-words.ts";
import type { Act, Scenario } from "./scenario.ts";

/** A protocol in a language, for telling what people do under it. */
export type Telling = { protocol: Protocol; places: Places; language: Language };

const words = {
	fr: {
		heading: (title: string) => `# Récits : ${title}`,
		intro:
			"Chaque récit est une donnée de `protocols/catalogue` : il sert d'essai, et cette page en est écrite par `npm run relais -- stories`.",
		opensWith: (names: string) => `La situation s'ouvre avec : ${names}.`,
		answers: (role: string, step: string, outcome: string) =>
			`${role} répond à « ${step} » : ${outcome}.`,
		raises: (role: string, what: string) => `${role} signale : ${what}.`,
		hands: (role: string, step: string, to: string) => `${role} transmet « ${step} » à : ${to}.`,
		drafts: (role: string, step: string) => `${role} garde « ${step} » en brouillon.`,
		acts: (role: string, act: string, step: string, then: string) =>
			`${role} ${act} (« ${step} »)${then}.`,
		leadsTo: (outcome: string) => `, issue : ${outcome}`,
		waits: (time: string) => `Il se passe ${time}.`,
		closed: "La situation est close.",
		open: (steps: string) => `Restent ouvertes : ${steps}.`,
	},
	en: {
		heading: (title: string) => `# Stories: ${title}`,
		intro:
			"Each story is data in `protocols/catalogue`: it is a test, and `npm run relais -- stories` writes this page from it.",
		opensWith: (names: string) => `The situation opens with: ${names}.`,
		answers: (role: string, step: string, outcome: string) =>
			`${role} answers “${step}”: ${outcome}.`,
		raises: (role: string, what: string) => `${role} reports: ${what}.`,
		hands: (role: string, step: string, to: string) => `${role} hands “${step}” to: ${to}.`,
		drafts: (role: string, step: string) => `${role} keeps “${step}” as a draft.`,
		acts: (role: string, act: string, step: string, then: string) =>
			`${role} ${act} (“${step}”)${then}.`,
		leadsTo: (outcome: string) => `, outcome: ${outcome}`,
		waits: (time: string) => `${time} go by.`,
		closed: "The situation is closed.",
		open: (steps: string) => `Still open: ${steps}.`,
	},
};

/** Tells the scenarios of a protocol as a page of documentation, in Markdown. */
export function tellScenarios(
	protocol: Protocol,
	scenarios: readonly Scenario[],
	language: Language,
): string {
	const telling = { protocol, places: placesOf(protocol), language };
	const { heading, intro } = words[language];
	const stories = scenarios.map((scenario) => tellScenario(telling, scenario));
	return `${[heading(say(protocol.title, language)), intro, ...stories].join("\n\n")}\n`;
}

function tellScenario(telling: Telling, { title, shows, opensWith, acts, ends }: Scenario): string {
	const { language, protocol } = telling;
	const said = words[language];
	const raised = (opensWith ?? []).map((id) => interruptionTitle(protocol, id, language));
	const lines = [
		...(raised.length > 0 ? [said.opensWith(raised.join(", "))] : []),
		...acts.map((act) => tellAct(telling, act)),
	];
	const last = ends.closed
		? said.closed
		: said.open(ends.open.map((step) => stepTitle(telling, step)).join(", "));
	const numbered = lines.map((line, index) => `${index + 1}. ${line}`).join("\n");
	return `## ${say(title, language)}\n\n${say(shows, language)}\n\n${numbered}\n\n${last}`;
}

/** Tells one act in a sentence. */
export function tellAct(telling: Telling, act: Act): string {
	const { language, protocol } = telling;
	const said = words[language];
	if ("waits" in act) return said.waits(sayDuration(act.waits, language));

	const role = roleLabel(protocol, act.by, language);
	if ("raises" in act) {
		return said.raises(role, interruptionTitle(protocol, act.raises, language));
	}
	if ("answers" in act) {
		const outcome = outcomeLabel(telling, act.answers, act.outcome);
		return said.answers(role, stepTitle(telling, act.answers), outcome);
	}
	if ("handsOff" in act) return tellHandOff(telling, role, act);
	const then = act.outcome ? said.leadsTo(outcomeLabel(telling, act.onHandoff, act.outcome)) : "";
	const verb = actWords[language][act.event] ?? act.event;
	return said.acts(role, verb, stepTitle(telling, act.onHandoff), then);
}

function tellHandOff(telling: Telling, role: string, act: Extract<Act, { handsOff: string }>) {
	const said = words[telling.language];
	const title = stepTitle(telling, act.handsOff);
	if (act.draft) return said.drafts(role, title);
	const to = telling.places.steps.get(act.handsOff)?.step.handoff?.to ?? "";
	return said.hands(role, title, roleLabel(telling.protocol, to, telling.language));
}

function stepTitle({ places, language }: Telling, id: string): string {
	const step = places.steps.get(id)?.step;
	return step ? say(step.title, language) : id;
}

function outcomeLabel({ places, language }: Telling, stepId: string, code: string): string {
	const found = places.steps.get(stepId)?.step.outcomes.find((outcome) => outcome.code === code);
	return found ? say(found.label, language) : code;
}

function roleLabel(protocol: Protocol, id: string, language: Language): string {
	const role = protocol.roles.find((one) => one.id === id);
	return role ? say(role.label, language) : id;
}

function interruptionTitle(protocol: Protocol, id: string, language: Language): string {
	const found = protocol.interruptions.find((one) => one.id === id);
	return found ? say(found.title, language) : id;
}
