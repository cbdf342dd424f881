import type { Places } from "#protocols/language/places.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { type Language, say } from "#protocols/language/text.ts";
import { partTitle } from "./part-titles.ts";
import type { Reference, ReferenceKind } from "./refusal.ts";

type Named = { from: string; outcome: string };
type Words = { fr: (named: Named) => string; en: (named: Named) => string };

/** What points, said from the part that it points to. */
const words: Record<ReferenceKind, Words> = {
	"starts-with": {
		fr: ({ from }) => `${from} commence ici.`,
		en: ({ from }) => `${from} begins here.`,
	},
	"outcome-leads-to": {
		fr: ({ from, outcome }) => `L'issue ${outcome} de l'étape ${from} mène ici.`,
		en: ({ from, outcome }) => `The outcome ${outcome} of the step ${from} leads here.`,
	},
	"interruption-leads-to": {
		fr: ({ from, outcome }) => `L'issue ${outcome} de l'étape ${from} ramène le parcours ici.`,
		en: ({ from, outcome }) =>
			`The outcome ${outcome} of the step ${from} brings the course back here.`,
	},
	"group-leads-to": {
		fr: ({ from }) => `Le groupe ${from} mène ici quand tous ses axes sont finis.`,
		en: ({ from }) => `The group ${from} leads here when all its tracks have ended.`,
	},
	raises: {
		fr: ({ from, outcome }) => `L'issue ${outcome} de l'étape ${from} la déclenche.`,
		en: ({ from, outcome }) => `The outcome ${outcome} of the step ${from} raises it.`,
	},
	"waits-for": {
		fr: ({ from, outcome }) => `L'issue ${outcome} de l'étape ${from} attend qu'on y arrive.`,
		en: ({ from, outcome }) =>
			`The outcome ${outcome} of the step ${from} waits until this is reached.`,
	},
	"carried-by": {
		fr: ({ from }) => `Ce rôle porte l'étape ${from}.`,
		en: ({ from }) => `This role carries the step ${from}.`,
	},
	with: {
		fr: ({ from }) => `Ce rôle participe à l'étape ${from}.`,
		en: ({ from }) => `This role takes part in the step ${from}.`,
	},
	"handed-to": {
		fr: ({ from }) => `L'étape ${from} transmet à ce rôle.`,
		en: ({ from }) => `The step ${from} hands off to this role.`,
	},
	"raised-by": {
		fr: ({ from }) => `Ce rôle peut déclencher l'interruption ${from}.`,
		en: ({ from }) => `This role may raise the interruption ${from}.`,
	},
};

/** The sentence that says who points, in both languages. */
export function sayReference(
	protocol: Protocol,
	places: Places,
	{ kind, from, outcome }: Omit<Reference, "sentence">,
): { fr: string; en: string } {
	const step = from.kind === "step" ? places.steps.get(from.id)?.step : undefined;
	const label = step?.outcomes.find(({ code }) => code === outcome)?.label;
	const named = (language: Language): Named => ({
		from: quoted(say(partTitle(protocol, from, places), language), language),
		outcome: label ? quoted(say(label, language), language) : "",
	});
	return { fr: words[kind].fr(named("fr")), en: words[kind].en(named("en")) };
}

/** A title in the quotation marks of a language. */
export function quoted(title: string, language: Language): string {
	return language === "fr" ? `« ${title} »` : `"${title}"`;
}
