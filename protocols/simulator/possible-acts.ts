import { questionsOf } from "#protocols/casework/answers.ts";
import { endOfAct, mayAnswer } from "#protocols/casework/handoff/act.ts";
import type { Handoff } from "#protocols/casework/handoff/handoff.ts";
import { type HandoffAct, handoffActCodes, ruleOf } from "#protocols/casework/handoff/life.ts";
import { sampleAnswers } from "#protocols/casework/scenario-samples.ts";
import { openSteps, placed, type Situation } from "#protocols/casework/situation.ts";
import type { Act } from "#protocols/catalogue/scenario.ts";
import { endOf, type Outcome, type Step } from "#protocols/language/step.ts";
import type { Answers } from "#protocols/language/vocabulary/answers.ts";
import { type Told, tellAct } from "./telling.ts";

/** An act that somebody can do; a wait is always possible. */
export type PossibleAct = Exclude<Act, { waits: unknown }>;

/**
 * Everything that a role can do now, in reading order: answers with plausible codes, handoffs, acts
 * on them, interruptions. Each was tried on the real rules: what is listed is accepted.
 */
export function possibleActs(told: Told): PossibleAct[] {
	return candidates(told.situation).filter((act) => tellAct(told, act).ok);
}

function candidates(situation: Situation): PossibleAct[] {
	const steps = openSteps(situation).map((id) => placed(situation, id).step);
	return [
		...steps.flatMap((step) => (step.handoff ? handingOff(step) : answering(step))),
		...latestHandoffs(situation).flatMap((handoff) => actingOn(situation, handoff)),
		...raising(situation),
	];
}

function answering(step: Step): PossibleAct[] {
	return step.outcomes.map((outcome) => {
		const answers = answersFor(step, outcome);
		const act = { by: step.role, answers: step.id, outcome: outcome.code };
		return Object.keys(answers).length > 0 ? { ...act, with: answers } : act;
	});
}

/** Plausible answers; where the outcome depends on one of them, such that it is open. */
function answersFor(step: Step, outcome: Outcome): Answers {
	const asked = questionsOf(step, outcome);
	const answers: Answers = sampleAnswers(asked);
	if (asked.includes("closure_reason")) answers.closure_reason = "SAFE_LASTING";
	const { when } = outcome;
	if (when === undefined || !("fact" in when) || !asked.includes(when.fact)) return answers;
	const [code = "UNK"] = when.in;
	const several = Array.isArray(answers[when.fact]);
	return { ...answers, [when.fact]: several ? [code] : code };
}

function handingOff({ id: step, role: by }: Step): PossibleAct[] {
	return [
		{ by, handsOff: step },
		{ by, handsOff: step, draft: true },
	];
}

/** A story can act on the latest handoff of each step. */
function latestHandoffs({ handoffs }: Situation): Handoff[] {
	return [...new Map(Object.values(handoffs).map((handoff) => [handoff.step, handoff])).values()];
}

const byPeople = new Set(["sender", "reception", "referent", "participant"]);

function actingOn(situation: Situation, handoff: Handoff): PossibleAct[] {
	const { step } = placed(situation, handoff.step);
	const sides = [...new Set([step.role, handoff.terms.to])];
	return handoffActCodes
		.filter((event) => ruleOf(event).by.some((party) => byPeople.has(party)))
		.flatMap((event) =>
			sides.flatMap((by) => {
				const act = { by, onHandoff: step.id, event };
				return [
					act,
					...choosing(situation, handoff, event).map((code) => ({ ...act, outcome: code })),
				];
			}),
		);
}

/** Refusing and withdrawing leave the step open unless an outcome is chosen with them. */
const maySimplyEnd = new Set<HandoffAct>(["RECORD_REFUSAL", "WITHDRAW", "CONFIRM", "TAKE_BACK"]);

/** The outcomes that may be chosen with an act: where it leaves open which, or whether. */
function choosing(situation: Situation, handoff: Handoff, event: HandoffAct): string[] {
	const end = endOfAct[event];
	if (!end || !mayAnswer(situation, handoff)) return [];
	const { step } = placed(situation, handoff.step);
	const fitting = step.outcomes.filter((outcome) => endOf(outcome) === end);
	return fitting.length > 1 || maySimplyEnd.has(event) ? fitting.map(({ code }) => code) : [];
}

/** Whoever plays a role now may raise what the protocol lets that role raise. */
function raising({ compiled, bindings }: Situation): PossibleAct[] {
	const playing = Object.keys(bindings);
	return compiled.protocol.interruptions.flatMap(({ id }) =>
		playing.map((by) => ({ by, raises: id })),
	);
}
