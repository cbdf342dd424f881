import { type Exploration, type Step, treadsOf, wayTo } from "../model/explore.ts";
import { culprits, lostFromTheStart } from "../model/no-way-on.ts";
import { nodeOf } from "../model/own-step.ts";
import type { Checking, Found, Rule } from "../rule.ts";
import { both, named, quoted } from "../words.ts";

/**
 * An outcome after which the situation can no longer be closed, or an interruption no longer ends,
 * whatever everybody does. An interruption is no way out that one should need.
 */
export const trap: Rule = {
	code: "trap",
	severity: "error",
	find(checking) {
		const { analysis } = checking;
		const course = analysis.around(analysis.model.course);
		const lost = course.complete && lostFromTheStart(course);
		const seen = analysis.all().filter(({ complete }) => complete);
		return [
			...(lost ? [neverCloses] : []),
			...seen.flatMap((around) => culprits(around).map((step) => found(checking, around, step))),
		];
	},
};

const neverCloses: Found = {
	part: { kind: "protocol" },
	path: [],
	sentence: both(
		"Aucune situation ouverte sous ce protocole ne peut être close.",
		"No situation opened under this protocol can be closed.",
	),
	advice: both(
		"Ajoutez une étape de clôture dont une issue clôt la situation, et faites-y mener le parcours.",
		"Add a closure step with an outcome that closes the situation, and make the course lead to it.",
	),
};

function found({ analysis, compiled }: Checking, around: Exploration, step: Step): Found {
	const placed = nodeOf(around, step)?.step;
	if (!placed) throw new RangeError(`No step where ${step.macro.edge.code} was answered.`);
	const { code } = step.macro.edge;
	const index = placed.step.outcomes.findIndex((outcome) => outcome.code === code);
	const part = { kind: "step", id: placed.step.id } as const;
	const title = named(compiled.protocol, part);
	const label = quoted(placed.step.outcomes[index]?.label ?? { fr: code });
	const inCourse = analysis.model.processes[around.focus]?.top === analysis.model.course;
	const end = inCourse
		? both("la situation ne peut plus être close", "the situation can no longer be closed")
		: both("l'interruption ne peut plus se terminer", "the interruption can no longer end");
	return {
		part,
		path: [...placed.path, "outcomes", index],
		sentence: both(
			`Après l'issue ${label.fr} de l'étape ${title.fr}, ${end.fr}.`,
			`After the outcome ${label.en} of the step ${title.en}, ${end.en}.`,
		),
		advice: both(
			"Suivez le récit jusqu'à sa dernière étape : ajoutez-y une issue qui mène plus loin, ou retirez la condition qui la bloque.",
			"Follow the story to its last step: add an outcome there that leads on, or take away the condition that blocks it.",
		),
		way: [...wayTo(around, step.from), ...treadsOf(around, step)],
	};
}
