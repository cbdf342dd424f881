import { endOf } from "#protocols/language/step.ts";
import { wayToStep } from "../model/way-to-step.ts";
import type { Rule } from "../rule.ts";
import { both, named } from "../words.ts";

/** A handoff from which the situation cannot go on when the other side never answers. */
export const silentSide: Rule = {
	code: "silent-side",
	severity: "warning",
	find({ analysis, compiled: { protocol, places } }) {
		return [...places.steps.values()].flatMap(({ step, path }) => {
			const ends = step.outcomes.map(endOf);
			const declared = step.handoff?.mode === "external" && ends.includes("refused");
			if (!step.handoff || ends.includes("withdrawn") || declared) return [];
			const part = { kind: "step", id: step.id } as const;
			const title = named(protocol, part);
			const to = named(protocol, { kind: "role", id: step.handoff.to });
			return {
				part,
				path: [...path, "outcomes"],
				sentence: both(
					`Si ${to.fr} ne répond jamais, la situation reste à l'étape ${title.fr} : il n'y a pas d'issue pour une transmission retirée.`,
					`If ${to.en} never answers, the situation stays at the step ${title.en}: there is no outcome for a handoff that is withdrawn.`,
				),
				advice: both(
					"Ajoutez une issue « sans accusé de réception », qui répond à la fin « retirée, ou sans réponse » et dit ce que l'on fait alors.",
					"Add an outcome “no acknowledgement”, which answers the end “withdrawn, or without an answer” and says what is done then.",
				),
				...wayToStep(analysis, step.id),
				afterwards: [
					{ by: step.role, handsOff: step.id },
					{ waits: { n: 20, unit: "working-days" } },
				],
			};
		});
	},
};
