import { sayDuration, wordsOf } from "#protocols/compiler/wording.ts";
import type { Rule } from "../rule.ts";
import { saySums } from "../say-sums.ts";
import { both, listed, named } from "../words.ts";

/** A milestone whose slowest way takes longer than the protocol promises. */
export const promiseExceeded: Rule = {
	code: "promise-exceeded",
	severity: "warning",
	find({ budget, compiled: { protocol } }) {
		return budget.flatMap(({ milestone, promised, worst, exceeded, path }) => {
			if (!exceeded || !promised || !worst) return [];
			const way = listed(path.map((id) => named(protocol, { kind: "step", id })));
			const index = protocol.promises.findIndex((promise) => promise.milestone === milestone);
			return {
				part: { kind: "protocol" } as const,
				path: ["promises", index],
				sentence: both(
					`${wordsOf("fr").milestones[milestone]} : la promesse est de ${sayDuration(promised, "fr")}, mais le chemin le plus lent prend ${saySums(worst, "fr")} (${way.fr}).`,
					`${wordsOf("en").milestones[milestone]}: the promise is ${sayDuration(promised, "en")}, but the slowest way takes ${saySums(worst, "en")} (${way.en}).`,
				),
				advice: both(
					"Raccourcissez une étape de ce chemin, ou promettez un délai que le territoire peut tenir.",
					"Shorten a step of this way, or promise a delay that the territory can keep.",
				),
			};
		});
	},
};
