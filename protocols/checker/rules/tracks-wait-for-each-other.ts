import { wayTo } from "../model/explore.ts";
import { stuckAt } from "../model/no-way-on.ts";
import { ownSteps } from "../model/own-step.ts";
import type { Rule } from "../rule.ts";
import { both, named } from "../words.ts";

/** A step that waits for another track to reach a step which that track will never reach now. */
export const tracksWaitForEachOther: Rule = {
	code: "tracks-wait-for-each-other",
	severity: "error",
	find({ analysis, compiled: { protocol, places } }) {
		return analysis.all().flatMap((around) => {
			if (!around.complete) return [];
			return ownSteps(around).flatMap(({ placed: { step, path }, node }) => {
				const awaited = step.outcomes.flatMap(({ when }) =>
					when && "reached" in when ? [when.reached] : [],
				);
				const [stuck] = awaited.length > 0 ? stuckAt(around, node) : [];
				if (stuck === undefined) return [];
				const shortest = stuckAt(around, node).reduce((best, state) =>
					(around.cost[state] ?? 0) < (around.cost[best] ?? 0) ? state : best,
				);
				const part = { kind: "step", id: step.id } as const;
				const title = named(protocol, part);
				const other = named(protocol, { kind: "step", id: awaited[0] ?? "" });
				const track = places.steps.get(awaited[0] ?? "")?.container.id ?? "";
				const where = named(protocol, { kind: "track", id: track });
				return {
					part,
					path,
					sentence: both(
						`L'étape ${title.fr} peut attendre sans fin que l'axe ${where.fr} atteigne ${other.fr}.`,
						`The step ${title.en} may wait without end for the track ${where.en} to reach ${other.en}.`,
					),
					advice: both(
						"Donnez à cette étape une issue sans condition, ou faites attendre un seul des deux axes.",
						"Give this step an outcome without a condition, or let only one of the two tracks wait.",
					),
					way: wayTo(around, shortest),
				};
			});
		});
	},
};
