import type { Interruption } from "#protocols/language/protocol.ts";
import { wayTo } from "../model/explore.ts";
import { isOwn } from "../model/no-way-on.ts";
import { firstStateAt } from "../model/stood-at.ts";
import type { Rule } from "../rule.ts";
import { both, named } from "../words.ts";

/** A runaway that no outcome ever ends: the young person is back and the protocol does not say so. */
export const runawayWithoutReturn: Rule = {
	code: "runaway-without-return",
	severity: "error",
	find({ analysis, compiled: { protocol } }) {
		return protocol.interruptions.filter(isRunaway).flatMap((interruption) => {
			const top = analysis.model.processes.findIndex(({ id }) => id === interruption.id);
			const around = analysis.around(top);
			const back = around.steps.some(
				(step) => isOwn(around, step) && around.states[step.to]?.[top] === 0,
			);
			const away = firstStateAt(around, (state) => (state[top] ?? 0) > 0);
			if (!around.complete || back || away === undefined) return [];
			const part = { kind: "interruption", id: interruption.id } as const;
			const { fr, en } = named(protocol, part);
			return {
				part,
				path: ["interruptions", protocol.interruptions.indexOf(interruption)],
				sentence: both(
					`Une fois signalée, l'interruption ${fr} ne prévoit aucun retour.`,
					`Once raised, the interruption ${en} knows no return.`,
				),
				advice: both(
					"Ajoutez une étape de retour dont une issue termine l'interruption.",
					"Add a step for the return with an outcome that ends the interruption.",
				),
				way: wayTo(around, away),
			};
		});
	},
};

function isRunaway({ id, steps }: Interruption): boolean {
	return id === "runaway" || steps.some(({ questions }) => questions.includes("runaway_status"));
}
