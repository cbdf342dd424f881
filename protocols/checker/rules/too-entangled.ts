import type { Rule } from "../rule.ts";
import { both } from "../words.ts";

/** A protocol that has more to look at than a check may take: what "never" happens is not known then. */
export const tooEntangled: Rule = {
	code: "too-entangled",
	severity: "warning",
	find({ analysis }) {
		if (analysis.all().every(({ complete }) => complete)) return [];
		return [
			{
				part: { kind: "protocol" },
				path: [],
				sentence: both(
					"Ce protocole est trop emmêlé pour être vérifié en entier : des étapes inaccessibles, des pièges ou des attentes sans fin peuvent ne pas être signalés.",
					"This protocol is too entangled to be checked whole: unreachable steps, traps or waits without end may go unreported.",
				),
				advice: both(
					"Réduisez le nombre d'axes d'un même groupe, de conditions qui regardent un autre axe ou une réponse donnée ailleurs, et d'étapes limitées en tours.",
					"Use fewer tracks in one group, fewer conditions that look at another track or at an answer given elsewhere, and fewer steps limited in rounds.",
				),
			},
		];
	},
};
