import type { Rule } from "../rule.ts";
import { both, named } from "../words.ts";

/** A handoff to an outside actor that does not say by when its acknowledgement is obtained and declared. */
export const externalWithoutDeclaredAcknowledgement: Rule = {
	code: "external-without-declared-acknowledgement",
	severity: "warning",
	find({ compiled: { protocol, places } }) {
		return [...places.steps.values()].flatMap(({ step, path }) => {
			const { handoff } = step;
			if (handoff?.mode !== "external" || handoff.delays?.acknowledge) return [];
			const part = { kind: "step", id: step.id } as const;
			const title = named(protocol, part);
			const to = named(protocol, { kind: "role", id: handoff.to });
			return {
				part,
				path: [...path, "handoff"],
				sentence: both(
					`${to.fr} n'est pas dans l'application, et l'étape ${title.fr} ne dit pas sous quel délai l'accusé de réception est obtenu et déclaré.`,
					`${to.en} is not in the application, and the step ${title.en} does not say by when the acknowledgement is obtained and declared.`,
				),
				advice: both(
					"Écrivez ce délai, et qui rappelle quand personne n'a répondu.",
					"Write this delay, and who calls again when nobody has answered.",
				),
			};
		});
	},
};
