import type { Refusal } from "#protocols/casework/refusal.ts";
import { factsOf, placed, type Situation } from "#protocols/casework/situation.ts";
import { whoseStep } from "#protocols/casework/step-answer.ts";
import type { Facts } from "#protocols/language/vocabulary/answers.ts";
import type { FieldCode } from "#protocols/language/vocabulary/fields.ts";
import type { OwnSituation } from "./access.ts";
import type { Db } from "./client.ts";
import { storyOf } from "./history.ts";
import { type OutcomeChoice, outcomesOf, questionsAsked } from "./outcome-choices.ts";
import { showAlias } from "./pseudonyms/alias.ts";
import { type Reading, tellingOf } from "./situation-page.ts";
import { type OpenStep, openStep } from "./situation-steps.ts";

/** A step to answer. */
export type StepPage = {
	handle: string;
	alias: string;
	ageBand: Facts["age_band"];
	/** What stands in the way before anything is answered. */
	refusal: Refusal | undefined;
	step: OpenStep;
	questions: FieldCode[];
	outcomes: OutcomeChoice[];
	seen: number;
	/** As it was told for this page; never serialised as it is. */
	situation: Situation;
};

/** What one sees to answer a step; undefined when it is not in sight, or is no step at all. */
export function stepPage(
	db: Db,
	own: OwnSituation,
	reading: Reading,
	stepId: string,
): StepPage | undefined {
	const { situation, events } = storyOf(db, own.situationPk);
	const telling = tellingOf(db, reading, situation, events);
	if (!telling.sees(stepId)) return undefined;

	const { step } = placed(situation, stepId);
	const outcomes = outcomesOf(situation, step);
	const asked = { step: stepId, acting: reading.acting, seen: situation.latestAct };
	return {
		handle: own.handle,
		alias: showAlias(own.alias),
		ageBand: factsOf(situation).age_band,
		refusal: whoseStep(situation, asked),
		step: openStep(stepId, events, telling),
		questions: questionsAsked(step),
		outcomes,
		seen: situation.latestAct,
		situation,
	};
}
