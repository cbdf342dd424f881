import { canBeGiven } from "../model/build-model.ts";
import type { Exploration } from "../model/explore.ts";
import { stoodAt } from "../model/stood-at.ts";
import type { Rule } from "../rule.ts";
import { both, named, quoted } from "../words.ts";

/** An outcome that can never be given although its step opens. */
export const outcomeNeverUsed: Rule = {
	code: "outcome-never-used",
	severity: "warning",
	find({ analysis, compiled: { protocol, places } }) {
		const given = new Set(analysis.all().flatMap(givenIn));
		return [...places.steps.values()].flatMap(({ step, path }) => {
			const place = analysis.model.nodeOf.get(step.id);
			const around = analysis.around(place?.process ?? 0);
			if (!place || !around.complete || !stoodAt(around, place)) return [];
			return step.outcomes.flatMap((outcome, index) => {
				if (given.has(`${step.id}.${outcome.code}`)) return [];
				const part = { kind: "step", id: step.id } as const;
				const title = named(protocol, part);
				const label = quoted(outcome.label);
				const why = canBeGiven(step, outcome)
					? both("sa condition n'est jamais remplie", "its condition never holds")
					: both(
							"cette transmission s'arrête avant, ou ne s'arrête pas là",
							"this handoff goes on earlier, or not there",
						);
				return {
					part,
					path: [...path, "outcomes", index],
					sentence: both(
						`L'issue ${label.fr} de l'étape ${title.fr} ne sert jamais : ${why.fr}.`,
						`The outcome ${label.en} of the step ${title.en} is never used: ${why.en}.`,
					),
					advice: both(
						"Corrigez la condition de l'issue, ou supprimez l'issue.",
						"Correct the condition of the outcome, or delete the outcome.",
					),
				};
			});
		});
	},
};

/** The outcomes of the focus that are given on some way. */
function givenIn({ model, focus, steps }: Exploration): string[] {
	const taken = new Set(steps.map(({ macro }) => macro.edge));
	return (model.processes[focus]?.nodes ?? []).flatMap(({ id, edges }) =>
		edges.flatMap((edge) =>
			edge.kind === "outcome" && taken.has(edge) ? [`${id}.${edge.code}`] : [],
		),
	);
}
