import { handoffDelays } from "#protocols/casework/handoff/delays.ts";
import { sayDuration } from "#protocols/compiler/wording.ts";
import type { Rule } from "../rule.ts";
import { both, named } from "../words.ts";

/** A handoff inside the application that does not say itself how long the other side has to acknowledge. */
export const handoffWithoutDelay: Rule = {
	code: "handoff-without-delay",
	severity: "warning",
	find({ compiled: { protocol, places } }) {
		return [...places.steps.values()].flatMap(({ step, path }) => {
			const { handoff } = step;
			if (handoff?.mode !== "app" || handoff.delays?.acknowledge) return [];
			const part = { kind: "step", id: step.id } as const;
			const { fr, en } = named(protocol, part);
			const { acknowledge } = handoffDelays(handoff);
			return {
				part,
				path: [...path, "handoff"],
				sentence: both(
					`L'étape ${fr} ne dit pas sous quel délai on accuse réception : celui de l'urgence s'applique (${sayDuration(acknowledge, "fr")}).`,
					`The step ${en} does not say how soon it is acknowledged: that of its urgency applies (${sayDuration(acknowledge, "en")}).`,
				),
				advice: both(
					"Convenez d'un délai d'accusé de réception avec la structure qui reçoit, et écrivez-le.",
					"Agree on a delay for the acknowledgement with the structure that receives, and write it down.",
				),
			};
		});
	},
};
