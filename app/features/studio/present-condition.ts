import type { Choice } from "#app/ui/select-field.tsx";
import { sayWell } from "#protocols/compiler/wording.ts";
import type { Condition } from "#protocols/language/step.ts";
import type { Text } from "#protocols/language/text.ts";
import { type FieldCode, fieldCodes, fields } from "#protocols/language/vocabulary/fields.ts";
import type { DraftReading } from "./reading-draft.ts";

/** The condition of an outcome as its form shows it; nothing chosen where it has none. */
export type ConditionView = {
	/** `fact:age_band` or `reached:safety/review`. */
	chosen?: string;
	/** The question whose answers are shown, with those that count. */
	fact?: FieldCode;
	question?: string;
	answers?: Choice[];
	in?: string[];
};

/** Shows when an outcome is offered. */
export function presentCondition(
	{ language }: DraftReading,
	when: Condition | undefined,
): ConditionView {
	if (!when) return {};
	if ("track" in when) return { chosen: `reached:${when.track}/${when.reached}` };
	const { label, codes } = fields[when.fact];
	const answers = Object.entries<Text>(codes).map(([value, words]) => ({
		value,
		label: sayWell(words, language),
	}));
	return {
		chosen: `fact:${when.fact}`,
		fact: when.fact,
		question: sayWell(label, language),
		answers,
		in: when.in,
	};
}

/** Everything that an outcome may wait for: a question that is asked, a step that a track reaches. */
export function conditionChoices(reading: DraftReading): Choice[] {
	const { compiled, names, language } = reading;
	const questions = fieldCodes.map((code) => ({
		value: `fact:${code}`,
		label: sayWell(fields[code].label, language),
	}));
	const steps = [...compiled.places.tracks].flatMap(([track, { steps: inside }]) =>
		inside.map(({ id }) => ({
			value: `reached:${track}/${id}`,
			label: `${names.get(track) ?? track} → ${names.get(id) ?? id}`,
		})),
	);
	return [...questions, ...steps];
}
