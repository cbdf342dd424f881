import { stoodAt } from "../model/stood-at.ts";
import type { Rule } from "../rule.ts";
import { both, named } from "../words.ts";

/** A phase that no situation ever goes through. */
export const phaseSkipped: Rule = {
	code: "phase-skipped",
	severity: "warning",
	find({ compiled: { protocol, places }, analysis }) {
		return protocol.phases.flatMap((phase, index) => {
			const own = [...places.steps.values()].filter(
				({ container }) => container.phase === phase.id,
			);
			const passed = own.some(({ step }) => {
				const place = analysis.model.nodeOf.get(step.id);
				return place && stoodAt(analysis.around(place.process), place);
			});
			if (passed) return [];
			const part = { kind: "phase", id: phase.id } as const;
			const { fr, en } = named(protocol, part);
			return {
				part,
				path: ["phases", index],
				sentence: both(
					`Aucune situation ne passe par la phase ${fr}.`,
					`No situation goes through the phase ${en}.`,
				),
				advice: both(
					"Faites mener une issue à une étape de cette phase, ou dites par écrit pourquoi le territoire s'en passe.",
					"Make an outcome lead to a step of this phase, or say in writing why the territory does without it.",
				),
			};
		});
	},
};
