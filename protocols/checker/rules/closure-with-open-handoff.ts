import type { PlacedStep } from "#protocols/language/places.ts";
import { type Exploration, type Step, type Tread, treadsOf, wayTo } from "../model/explore.ts";
import type { Checking, Found, Rule } from "../rule.ts";
import { both, named, quoted } from "../words.ts";

/** An outcome that leaves a group for a closure while a handoff of another track may still run. */
export const closureWithOpenHandoff: Rule = {
	code: "closure-with-open-handoff",
	severity: "warning",
	find(checking) {
		const first = new Map<string, Closing>();
		for (const around of checking.analysis.all()) {
			for (const step of around.steps) {
				const handoff = leftOpen(checking, around, step);
				if (handoff === undefined) continue;
				const placed = around.model.processes[step.process]?.nodes[lastNode(around, step)]?.step;
				const key = `${placed?.step.id}.${step.macro.edge.code}`;
				if (!placed || first.has(key)) continue;
				const way = [...wayTo(around, step.from), ...treadsOf(around, step)];
				first.set(key, { placed, code: step.macro.edge.code, handoff, way });
			}
		}
		return [...first.values()].map((closing) => found(checking, closing));
	},
};

type Closing = { placed: PlacedStep; code: string; handoff: string; way: Tread[] };

/** Where its quiet moves have brought a process when it makes the one that counts. */
function lastNode({ states }: Exploration, { from, process, macro }: Step): number {
	return macro.quiet.at(-1)?.to.node ?? states[from]?.[process] ?? 0;
}

/** The handoff of the focus that is open when an outcome of another track leads to a closure. */
function leftOpen(
	{ analysis: { model } }: Checking,
	{ focus, states }: Exploration,
	{ from, process, macro }: Step,
): string | undefined {
	if (process === focus || macro.away) return undefined;
	const open = model.processes[focus]?.nodes[states[from]?.[focus] ?? -1]?.step?.step;
	const { to } = macro.edge;
	const target = model.processes[to.process]?.nodes[to.node]?.step?.step;
	const leaves = target?.kind === "closure" && to.process !== process;
	return leaves && open?.handoff?.goesOn === "outcome" ? open.id : undefined;
}

function found(
	{ compiled: { protocol } }: Checking,
	{ placed: { step, path }, code, handoff, way }: Closing,
): Found {
	const index = step.outcomes.findIndex((outcome) => outcome.code === code);
	const part = { kind: "step", id: step.id } as const;
	const title = named(protocol, part);
	const label = quoted(step.outcomes[index]?.label ?? { fr: code });
	const other = named(protocol, { kind: "step", id: handoff });
	return {
		part,
		path: [...path, "outcomes", index],
		sentence: both(
			`L'issue ${label.fr} de ${title.fr} mène à la clôture alors que la transmission ${other.fr} peut être en cours : la clôture attendra qu'elle se termine.`,
			`The outcome ${label.en} of ${title.en} leads to the closure while the handoff ${other.en} may still run: the closure will wait until it ends.`,
		),
		advice: both(
			"Écrivez dans la consigne de clôture qui termine ou annule cette transmission d'abord.",
			"Write in the guidance of the closure who ends or cancels this handoff first.",
		),
		way,
	};
}
