import { wayTo } from "../model/explore.ts";
import type { Model } from "../model/model.ts";
import { isOwn } from "../model/no-way-on.ts";
import { firstStateAt } from "../model/stood-at.ts";
import type { Rule } from "../rule.ts";
import { both, named } from "../words.ts";

/** A group that is entered, never completes, and that no outcome of its own ever leaves. */
export const groupNeverCompletes: Rule = {
	code: "group-never-completes",
	severity: "error",
	find({ analysis, compiled: { protocol, places } }) {
		return [...places.groups.values()].flatMap(({ group, path }) => {
			const place = analysis.model.nodeOf.get(group.id);
			if (!place) return [];
			const around = analysis.around(place.process);
			const entered = firstStateAt(around, (state) => state[place.process] === place.node);
			const left = around.steps.some(
				(step) =>
					step.left.includes(group.id) &&
					around.states[step.to]?.[place.process] !== place.node &&
					isOwn(around, step) &&
					isInside(analysis.model, step.process, place),
			);
			if (!around.complete || entered === undefined || left) return [];
			const part = { kind: "group", id: group.id } as const;
			const { fr, en } = named(protocol, part);
			return {
				part,
				path,
				sentence: both(
					`Les axes du groupe ${fr} ne se terminent jamais tous, et aucune issue ne quitte le groupe.`,
					`The tracks of the group ${en} never all end, and no outcome leaves the group.`,
				),
				advice: both(
					"Donnez à chaque axe une issue qui le termine, ou une issue qui mène hors du groupe.",
					"Give each track an outcome that ends it, or an outcome that leads out of the group.",
				),
				way: wayTo(around, entered),
			};
		});
	},
};

function isInside({ processes }: Model, process: number, group: { process: number; node: number }) {
	let around = processes[process]?.within;
	while (around && !(around.process === group.process && around.node === group.node)) {
		around = processes[around.process]?.within;
	}
	return around !== undefined;
}
