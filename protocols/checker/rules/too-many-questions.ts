import type { Rule } from "../rule.ts";
import { both, named } from "../words.ts";

/** What can be answered in passing; the reference protocols ask three questions at most. */
export const mostQuestions = 4;

/** A step that asks more than people answer with care. */
export const tooManyQuestions: Rule = {
	code: "too-many-questions",
	severity: "warning",
	find({ compiled: { protocol, places } }) {
		return [...places.steps.values()]
			.filter(({ step }) => new Set(step.questions).size > mostQuestions)
			.map(({ step, path }) => {
				const part = { kind: "step", id: step.id } as const;
				const { fr, en } = named(protocol, part);
				const count = new Set(step.questions).size;
				return {
					part,
					path: [...path, "questions"],
					sentence: both(
						`L'étape ${fr} pose ${count} questions ; au-delà de ${mostQuestions}, on répond sans regarder.`,
						`The step ${en} asks ${count} questions; beyond ${mostQuestions}, people answer without looking.`,
					),
					advice: both(
						"Gardez les questions dont la suite dépend ; chaque réponse de plus est aussi une donnée de plus à protéger.",
						"Keep the questions that what follows depends on; each further answer is also further data to protect.",
					),
				};
			});
	},
};
