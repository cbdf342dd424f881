import { questionsOf } from "#protocols/casework/answers.ts";
import { dangerInterruption } from "#protocols/casework/handoff/act.ts";
import { stateOf } from "#protocols/casework/handoff/handoff.ts";
import { hasEnded } from "#protocols/casework/handoff/life.ts";
import { placed, type Situation } from "#protocols/casework/situation.ts";
import { outcomeRefusal } from "#protocols/casework/step-answer.ts";
import { type Container, holds } from "#protocols/language/places.ts";
import type { Condition, Outcome, Step } from "#protocols/language/step.ts";
import type { Text } from "#protocols/language/text.ts";
import type { FieldCode } from "#protocols/language/vocabulary/fields.ts";
import { interruptionTitle, titleOf } from "./situation-titles.ts";

/** Where an outcome leads. */
export type Leads =
	| { at: "again" | "end" | "over" | "closed" }
	| { at: "step" | "group" | "over-to"; title: Text };

/** Why an outcome cannot be chosen now, whatever is answered. */
export type Blocked =
	| { because: "rounds"; beyond: Text }
	| { because: "reached"; title: Text }
	| { because: "fact"; field: FieldCode; codes: string[] }
	| { because: "handoffs"; count: number };

/** An outcome of a step, as a choice. */
export type OutcomeChoice = {
	code: string;
	label: Text;
	leads: Leads;
	raises: Text | null;
	/** Declares an immediate danger: the telephone comes first. */
	danger: boolean;
	/** Follows from an answer that is given with it. */
	needs: { field: FieldCode; codes: string[] } | null;
	blocked: Blocked | null;
	/** Closes the situation, leaves a group, or moves the course: looked at once more before it is recorded. */
	irreversible: boolean;
};

/** Every question that a step may ask, that of a closure last. */
export function questionsAsked(step: Step): FieldCode[] {
	return [...new Set(step.outcomes.flatMap((outcome) => questionsOf(step, outcome)))];
}

/** The outcomes of a step as choices. */
export function outcomesOf(situation: Situation, step: Step): OutcomeChoice[] {
	const { container } = placed(situation, step.id);
	return step.outcomes.map((outcome) => ({
		code: outcome.code,
		label: outcome.label,
		leads: leadsOf(situation, step, outcome),
		raises: outcome.raises ? interruptionTitle(situation, outcome.raises) : null,
		danger: outcome.raises === dangerInterruption,
		needs: needsOf(step, outcome.when),
		blocked: blockedBy(situation, step, outcome),
		irreversible: isIrreversible(container, outcome),
	}));
}

function leadsOf(situation: Situation, step: Step, { to, leads }: Outcome): Leads {
	if (to === "@closed") return { at: "closed" };
	if (to === "@end") return { at: "end" };
	if (to === "@over") {
		return leads ? { at: "over-to", title: titleOfPlace(situation, leads) } : { at: "over" };
	}
	if (to === step.id) return { at: "again" };
	const at = situation.compiled.places.groups.has(to) ? "group" : "step";
	return { at, title: titleOfPlace(situation, to) };
}

function titleOfPlace(situation: Situation, id: string): Text {
	return situation.compiled.places.groups.get(id)?.group.title ?? titleOf(situation, id);
}

/** A condition on an answer that is being given decides only once it is given. */
function needsOf(step: Step, when: Condition | undefined): OutcomeChoice["needs"] {
	if (!when || !("fact" in when) || !step.questions.includes(when.fact)) return null;
	return { field: when.fact, codes: when.in };
}

function blockedBy(situation: Situation, step: Step, outcome: Outcome): Blocked | null {
	if (outcome.to === "@closed") {
		const count = pendingHandoffs(situation);
		if (count > 0) return { because: "handoffs", count };
	}
	const refusal = outcomeRefusal(situation, step, outcome, {});
	if (refusal?.code !== "outcome-not-allowed") return null;
	if (refusal.because === "rounds") {
		return { because: "rounds", beyond: labelOf(step, refusal.beyond, situation, outcome.to) };
	}
	return needsOf(step, outcome.when) ? null : blockedByCondition(situation, outcome.when);
}

function blockedByCondition(situation: Situation, when: Condition | undefined): Blocked | null {
	if (!when) return null;
	if ("fact" in when) return { because: "fact", field: when.fact, codes: when.in };
	return { because: "reached", title: titleOf(situation, when.reached) };
}

/** What is to be chosen once the rounds are spent: an outcome of the step that went round. */
function labelOf(step: Step, code: string | undefined, situation: Situation, round: string): Text {
	const again = situation.compiled.places.steps.get(round)?.step ?? step;
	const found = [...step.outcomes, ...again.outcomes].find((outcome) => outcome.code === code);
	return found?.label ?? { fr: code ?? "" };
}

function pendingHandoffs(situation: Situation): number {
	return Object.values(situation.handoffs)
		.map(stateOf)
		.filter((state) => state !== "draft" && !hasEnded(state)).length;
}

function isIrreversible(container: Container, { to, leads }: Outcome): boolean {
	if (to === "@closed" || leads !== undefined) return true;
	return container.kind === "track" && !to.startsWith("@") && !holds(container, to);
}
