import { endOf } from "#protocols/language/step.ts";
import { wayToStep } from "../model/way-to-step.ts";
import type { Rule } from "../rule.ts";
import { both, named } from "../words.ts";

/** A handoff whose refusal leads nowhere: the refused child is still there. */
export const refusalWithoutWayOut: Rule = {
	code: "refusal-without-way-out",
	severity: "error",
	find({ analysis, compiled: { protocol, places } }) {
		return [...places.steps.values()].flatMap(({ step, path }) => {
			const ends = step.outcomes.map(endOf);
			const external = step.handoff?.mode === "external";
			if (!step.handoff || ends.includes("refused")) return [];
			if (external && ends.includes("withdrawn")) return [];
			const part = { kind: "step", id: step.id } as const;
			const title = named(protocol, part);
			const to = named(protocol, { kind: "role", id: step.handoff.to });
			const sent = { by: step.role, handsOff: step.id };
			return {
				part,
				path: [...path, "outcomes"],
				sentence: both(
					`Si ${to.fr} refuse, l'étape ${title.fr} ne dit pas ce que l'on fait : aucune issue ne répond à un refus.`,
					`If ${to.en} refuses, the step ${title.en} does not say what is done: no outcome answers a refusal.`,
				),
				advice: both(
					"Ajoutez une issue « refus acté », qui répond à la fin « refusée » et mène à une autre étape ou à une autre structure.",
					"Add an outcome “refused”, which answers the end “refused” and leads to another step or to another structure.",
				),
				...wayToStep(analysis, step.id),
				afterwards: external
					? [sent, { by: step.role, onHandoff: step.id, event: "DECLARE_REFUSED" }]
					: [sent, { by: step.handoff.to, onHandoff: step.id, event: "DECLINE" }],
			};
		});
	},
};
