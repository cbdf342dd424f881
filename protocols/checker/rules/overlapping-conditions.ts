import { overlappingAnswers } from "../model/answered.ts";
import { wayTo } from "../model/explore.ts";
import { ownSteps } from "../model/own-step.ts";
import { firstStateAt } from "../model/stood-at.ts";
import type { Rule } from "../rule.ts";
import { both, named } from "../words.ts";

/** Two outcomes of a step whose conditions hold at once: the protocol does not say which one counts. */
export const overlappingConditions: Rule = {
	code: "overlapping-conditions",
	severity: "warning",
	find({ analysis, compiled: { protocol } }) {
		return analysis.all().flatMap((around) =>
			ownSteps(around).flatMap(({ placed: { step, path }, node }) => {
				if (!step.outcomes.some(({ when }) => when)) return [];
				const shown = firstStateAt(
					around,
					(state) =>
						state[around.focus] === node && overlappingAnswers(analysis.model, step, state),
				);
				if (shown === undefined) return [];
				const part = { kind: "step", id: step.id } as const;
				const { fr, en } = named(protocol, part);
				return {
					part,
					path: [...path, "outcomes"],
					sentence: both(
						`À l'étape ${fr}, les conditions de deux issues peuvent être remplies ensemble.`,
						`At the step ${en}, the conditions of two outcomes may hold together.`,
					),
					advice: both(
						"Rendez les conditions exclusives : chaque réponse ne figure que dans une seule issue.",
						"Make the conditions exclusive: each answer stands in one outcome only.",
					),
					way: wayTo(around, shown),
				};
			}),
		);
	},
};
