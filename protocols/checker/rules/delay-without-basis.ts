import type { Rule } from "../rule.ts";
import { both, named } from "../words.ts";

/** A delay said to come from the law or from another territory, without saying from where. */
export const delayWithoutBasis: Rule = {
	code: "delay-without-basis",
	severity: "warning",
	find({ compiled: { protocol, places } }) {
		return [...places.steps.values()]
			.filter(({ step: { delay } }) => delay.basis !== "proposal" && !delay.reference)
			.map(({ step, path }) => {
				const part = { kind: "step", id: step.id } as const;
				const { fr, en } = named(protocol, part);
				return {
					part,
					path: [...path, "delay"],
					sentence: both(
						`Le délai de l'étape ${fr} se dit tiré d'un exemple ou de la loi, sans dire lequel.`,
						`The delay of the step ${en} is said to come from an example or from the law, without saying which.`,
					),
					advice: both(
						"Citez le texte ou le territoire, ou dites que ce délai est une proposition.",
						"Cite the text or the territory, or say that this delay is a proposal.",
					),
				};
			});
	},
};
