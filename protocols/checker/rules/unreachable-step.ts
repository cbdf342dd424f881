import { stoodAt } from "../model/stood-at.ts";
import type { Rule } from "../rule.ts";
import { both, named } from "../words.ts";

/** A step that no story ever opens. */
export const unreachableStep: Rule = {
	code: "unreachable-step",
	severity: "error",
	find({ compiled: { protocol, places }, analysis }) {
		return [...places.steps.values()].flatMap(({ step, path }) => {
			const place = analysis.model.nodeOf.get(step.id);
			if (!place || stoodAt(analysis.around(place.process), place)) return [];
			const part = { kind: "step", id: step.id } as const;
			const { fr, en } = named(protocol, part);
			return {
				part,
				path,
				sentence: both(
					`Aucune issue ne mène jamais à l'étape ${fr}.`,
					`No outcome ever leads to the step ${en}.`,
				),
				advice: both(
					"Faites mener une issue à cette étape, vérifiez les conditions qui y mènent, ou supprimez l'étape.",
					"Make an outcome lead to this step, check the conditions on the way, or delete the step.",
				),
			};
		});
	},
};
