import type { Outcome, Step } from "#protocols/language/step.ts";
import { type Exploration, type Step as Taken, treadsOf, wayTo } from "../model/explore.ts";
import { nodeOf } from "../model/own-step.ts";
import { onCycles } from "../model/reach.ts";
import type { Rule } from "../rule.ts";
import { both, listed, named } from "../words.ts";

/** Steps that may follow each other round and round: nobody decides on the way, nothing counts the turns. */
export const endlessLoop: Rule = {
	code: "endless-loop",
	severity: "warning",
	find({ analysis, compiled: { protocol, places } }) {
		return analysis.all().flatMap((around) => {
			const turning = onCycles(
				around.states.length,
				around.steps.filter((s) => turns(around, s)),
			);
			return separateLoops(around, turning).map((loop) => {
				const first = turning
					.filter((step) => loop.includes(nodeOf(around, step)?.id ?? ""))
					.reduce((best, step) =>
						(around.cost[step.from] ?? 0) < (around.cost[best.from] ?? 0) ? step : best,
					);
				const id = nodeOf(around, first)?.id ?? "";
				const titles = listed(loop.map((step) => named(protocol, { kind: "step", id: step })));
				const round = roundFrom(turning, first);
				return {
					part: { kind: "step", id } as const,
					path: places.steps.get(id)?.path ?? [],
					sentence: both(
						`On peut tourner sans fin par ${titles.fr} : personne ne décide en chemin et rien ne compte les tours.`,
						`One may turn without end through ${titles.en}: nobody decides on the way and nothing counts the turns.`,
					),
					advice: both(
						"Mettez une décision ou un point d'étape sur le chemin, ou limitez le nombre de tours.",
						"Put a decision or a review on the way, or limit the number of rounds.",
					),
					way: [...wayTo(around, first.from), ...round.flatMap((step) => treadsOf(around, step))],
				};
			});
		});
	},
};

function turns(around: Exploration, step: Taken): boolean {
	if (step.process !== around.focus || step.macro.edge.kind !== "outcome") return false;
	const from = nodeOf(around, step)?.step?.step;
	const outcome = from?.outcomes.find(({ code }) => code === step.macro.edge.code);
	if (!from || !outcome) return false;
	const place = around.model.nodeOf.get(outcome.to);
	const own = place?.process === around.focus ? place.node : -1;
	return mayTurn(from, outcome, around.model.processes[around.focus]?.nodes[own]?.step?.step);
}

/**
 * A turn that no decision, no review and no limit holds. Whoever raises an interruption has decided
 * something, and so has the sender who takes a handoff back to ask again.
 */
export function mayTurn(from: Step, outcome: Outcome, target: Step | undefined): boolean {
	if (!target || target.rounds || outcome.raises) return false;
	return from.kind === "action" || (from.kind === "handoff" && from.id !== target.id);
}

/** Steps that turn together are one loop. */
function separateLoops(around: Exploration, turning: Taken[]): string[][] {
	const links = turning.map((step) => {
		const { to } = step.macro.edge;
		return [nodeOf(around, step)?.id, around.model.processes[to.process]?.nodes[to.node]?.id];
	});
	const loops: Set<string>[] = [];
	for (const link of links) {
		const ids = link.filter((id) => id !== undefined);
		const touching = loops.filter((loop) => ids.some((id) => loop.has(id)));
		for (const loop of touching) loops.splice(loops.indexOf(loop), 1);
		loops.push(new Set([...touching.flatMap((loop) => [...loop]), ...ids]));
	}
	return loops.map((loop) => [...loop]);
}

/** One turn: the given step, then the shortest way back to where it began. */
function roundFrom(turning: Taken[], first: Taken): Taken[] {
	const ways = new Map<number, Taken[]>([[first.to, [first]]]);
	for (const [state, way] of ways) {
		if (state === first.from) return way;
		for (const step of turning) {
			if (step.from === state && !ways.has(step.to)) ways.set(step.to, [...way, step]);
		}
	}
	return [first];
}
