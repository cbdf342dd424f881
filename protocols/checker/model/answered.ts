import type { Condition, Outcome, Step } from "#protocols/language/step.ts";
import type { FieldCode } from "#protocols/language/vocabulary/fields.ts";
import { answersByMask, bitOf, type MaskedField } from "./answer-masks.ts";
import { canBeGiven } from "./build-model.ts";
import type { Model } from "./model.ts";
import type { State } from "./state.ts";

/** Whether some answers at a step leave none of its outcomes open, and waiting would not help. */
export function blockedAnswers(model: Model, step: Step, state: State): boolean {
	const outcomes = step.outcomes.filter((outcome) => canBeGiven(step, outcome));
	const everyOneOnAnswers = outcomes.every(({ when }) => when && "fact" in when);
	if (!everyOneOnAnswers) return false;
	return answerings(step, outcomes).some((answers) =>
		outcomes.every(({ when }) => when && !holds(model, when, answers, state)),
	);
}

/** Whether some answers at a step fulfil the conditions of two of its outcomes. */
export function overlappingAnswers(model: Model, step: Step, state: State): boolean {
	const outcomes = step.outcomes.filter((outcome) => canBeGiven(step, outcome));
	const conditional = outcomes.filter(({ when }) => when);
	if (conditional.length < 2) return false;
	return answerings(step, outcomes).some(
		(answers) =>
			conditional.filter(({ when }) => when && holds(model, when, answers, state)).length > 1,
	);
}

/** By question, which of the lists that conditions name the answers fall into. */
type Answering = ReadonlyMap<FieldCode, { mask: number; field: MaskedField }>;

/** Every way to answer what the step asks, as far as its conditions can tell. */
function answerings(step: Step, outcomes: readonly Outcome[]): Answering[] {
	const lists = new Map<FieldCode, string[][]>();
	for (const { when } of outcomes) {
		if (!when || !("fact" in when) || !step.questions.includes(when.fact)) continue;
		lists.set(when.fact, [...(lists.get(when.fact) ?? []), when.in]);
	}
	return [...lists].reduce<Answering[]>(
		(all, [name, own]) => {
			const field = { field: name, lists: own };
			const masks = [...answersByMask(field).keys()];
			return all.flatMap((one) => masks.map((mask) => new Map([...one, [name, { mask, field }]])));
		},
		[new Map()],
	);
}

function holds(model: Model, when: Condition, answers: Answering, state: State): boolean {
	if ("reached" in when) return remembered(model, `reached:${when.reached}`, state) !== 0;
	const answer = answers.get(when.fact);
	if (answer) return (answer.mask & bitOf(answer.field, when.in)) !== 0;
	const slot = model.slots.find((one) => one.kind === "fact" && one.field === when.fact);
	const lists = slot?.kind === "fact" ? [...slot.lists] : [];
	const mask = remembered(model, `fact:${when.fact}`, state);
	return (mask & bitOf({ field: when.fact, lists }, when.in)) !== 0;
}

function remembered(model: Model, key: string, state: State): number {
	const index = model.slots.findIndex(
		(slot) => `${slot.kind}:${slot.kind === "fact" ? slot.field : slot.step}` === key,
	);
	return state[model.processes.length + index] ?? 0;
}
