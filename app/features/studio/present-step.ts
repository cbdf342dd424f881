import type { Choice } from "#app/ui/select-field.tsx";
import { sayWell } from "#protocols/compiler/wording.ts";
import type { Container, PlacedStep } from "#protocols/language/places.ts";
import { endOf, type HandoffEnd, type Outcome, type Step } from "#protocols/language/step.ts";
import { type FieldCode, fieldCodes, fields } from "#protocols/language/vocabulary/fields.ts";
import { type ConditionView, conditionChoices, presentCondition } from "./present-condition.ts";
import { type PlaceView, presentPlace } from "./present-place.ts";
import {
	type DraftReading,
	interruptionChoices,
	roleChoices,
	targetChoices,
} from "./reading-draft.ts";
import { sayCondition } from "./say-condition.ts";

/** One outcome, with what its form can choose. */
export type OutcomeView = Pick<Outcome, "code" | "label" | "to" | "raises" | "leads" | "on"> & {
	/** Its label in the reader's language. */
	name: string;
	/** Where it leads, in words. */
	toWords: string;
	/** Its condition in words, where it has one. */
	when?: string;
	/** The same as its form shows it. */
	condition: ConditionView;
	/** The end of a handoff that it answers when nobody chooses one. */
	usualEnd?: HandoffEnd;
	/** Its neighbours in the list, by which it moves. */
	previous?: string;
	next?: string;
};

/** A step with its outcomes, and everything that its form can choose. */
export type StepView = {
	step: Omit<Step, "outcomes">;
	outcomes: OutcomeView[];
	/** Inside an interruption: what may go on in the course when it ends. */
	leads: Choice[];
	targets: Choice[];
	raises: Choice[];
	/** What an outcome may wait for. */
	conditions: Choice[];
	roles: Choice[];
	/** Also those outside the application: they may receive. */
	recipients: Choice[];
	questions: Choice[];
	/** Where a step is added after this one. */
	place: PlaceView;
};

/** Shows a step of a draft. */
export function presentStep(reading: DraftReading, { step, container }: PlacedStep): StepView {
	const { outcomes, ...own } = step;
	const targets = targetChoices(reading, container, step);
	return {
		step: own,
		outcomes: outcomes.map((outcome, index) => ({
			...outcomeView(reading, outcome, targets),
			...besides(outcomes, index),
		})),
		leads: container.interruption ? courseChoices(reading) : [],
		targets,
		raises: interruptionChoices(reading),
		conditions: conditionChoices(reading),
		roles: roleChoices(reading, { external: false }),
		recipients: roleChoices(reading, { external: true }),
		questions: fieldCodes.map((code) => ({ value: code, label: labelOf(reading, code) })),
		place: presentPlace(reading, container),
	};
}

function outcomeView(reading: DraftReading, outcome: Outcome, targets: Choice[]): OutcomeView {
	const { when, ...plain } = outcome;
	const { on: _, ...unchosen } = outcome;
	const usualEnd = endOf(unchosen);
	return {
		...plain,
		...(usualEnd ? { usualEnd } : {}),
		name: sayWell(outcome.label, reading.language),
		toWords: targets.find(({ value }) => value === outcome.to)?.label ?? outcome.to,
		...(when ? { when: sayCondition(reading, when) } : {}),
		condition: presentCondition(reading, when),
	};
}

function besides(outcomes: readonly Outcome[], index: number) {
	const previous = outcomes[index - 1]?.code;
	const next = outcomes[index + 1]?.code;
	return { ...(previous ? { previous } : {}), ...(next ? { next } : {}) };
}

/** The steps and groups of the course itself, outside every track. */
function courseChoices({ compiled, names }: DraftReading): Choice[] {
	const phases = compiled.places.containers.filter((container: Container) => {
		return container.kind === "phase";
	});
	const ids = new Set(
		phases.flatMap(({ steps, groups }) => [...steps, ...groups].map(({ id }) => id)),
	);
	return [...names].filter(([id]) => ids.has(id)).map(([value, label]) => ({ value, label }));
}

function labelOf({ language }: DraftReading, code: FieldCode): string {
	return sayWell(fields[code].label, language);
}
