import { blockedAnswers } from "../model/answered.ts";
import { wayTo } from "../model/explore.ts";
import { ownSteps } from "../model/own-step.ts";
import { firstStateAt } from "../model/stood-at.ts";
import type { Rule } from "../rule.ts";
import { both, named } from "../words.ts";

/** A step that some answers leave without any outcome. */
export const incompleteConditions: Rule = {
	code: "incomplete-conditions",
	severity: "error",
	find({ analysis, compiled: { protocol } }) {
		return analysis.all().flatMap((around) =>
			ownSteps(around).flatMap(({ placed: { step, path }, node }) => {
				if (!step.outcomes.some(({ when }) => when)) return [];
				const shown = firstStateAt(
					around,
					(state) => state[around.focus] === node && blockedAnswers(analysis.model, step, state),
				);
				if (shown === undefined) return [];
				const part = { kind: "step", id: step.id } as const;
				const { fr, en } = named(protocol, part);
				return {
					part,
					path: [...path, "outcomes"],
					sentence: both(
						`À l'étape ${fr}, certaines réponses n'ouvrent aucune issue.`,
						`At the step ${en}, some answers open no outcome.`,
					),
					advice: both(
						"Complétez les conditions pour que chaque réponse ait une issue, ou ajoutez une issue sans condition.",
						"Complete the conditions so that each answer has an outcome, or add an outcome without a condition.",
					),
					way: wayTo(around, shown),
				};
			}),
		);
	},
};
