import { outcomeEvent, roundsCounted } from "#protocols/compiler/machine-config.ts";
import type { Outcome, Step } from "#protocols/language/step.ts";
import type { Facts } from "#protocols/language/vocabulary/answers.ts";
import { answersRefusal, asFacts, questionsOf } from "./answers.ts";
import type { AnswerStep } from "./commands.ts";
import { isLive, stateOf } from "./handoff/handoff.ts";
import { ruleOf } from "./handoff/life.ts";
import type { Refusal } from "./refusal.ts";
import { type Circumstances, openSteps, partOf, placed, type Situation } from "./situation.ts";
import { addEvent, type Decision, finish, refuse, type Story } from "./story.ts";

/** Decides whether a structure may answer a step with an outcome. */
export function decideAnswer(
	situation: Situation,
	command: AnswerStep,
	circumstances: Circumstances,
): Decision {
	const refusal = answerRefusal(situation, command);
	if (refusal) return refuse(refusal);

	const { acting, step, outcome, answers } = command;
	const who = { at: circumstances.now, by: acting.structure, actor: acting.actor };
	const closes = outcomeOf(placed(situation, step).step, outcome)?.to === "@closed";
	const begun: Story = { situation, events: [] };
	const cleared = closes ? discardDrafts(begun, circumstances) : begun;
	const answered = addEvent(
		cleared,
		{ type: "step-answered", ...who, step, outcome, answers: asFacts(answers) },
		circumstances,
	);
	return finish(carryOn(answered, step, circumstances), circumstances);
}

/** Everything that may stand in the way of an answer, in the order in which a person would meet it. */
export function answerRefusal(situation: Situation, command: AnswerStep): Refusal | undefined {
	const whose = whoseStep(situation, command);
	if (whose) return whose;

	const { step } = placed(situation, command.step);
	if (step.kind === "handoff") return { code: "handoff-decides", step: step.id };
	const outcome = outcomeOf(step, command.outcome);
	if (!outcome) return { code: "outcome-unknown", outcome: command.outcome };

	return (
		answersRefusal(command.answers, questionsOf(step, outcome)) ??
		outcomeRefusal(situation, step, outcome, asFacts(command.answers)) ??
		closureRefusal(situation, outcome)
	);
}

/** Whether a structure may act on an open step now. */
export function whoseStep(
	situation: Situation,
	{ step, acting, seen }: { step: string; acting: { structure: string }; seen: number },
): Refusal | undefined {
	if (situation.status === "closed") return { code: "situation-closed" };
	if (seen < situation.latestAct) return { code: "moved-on" };
	const open = openSteps(situation);
	if (!open.includes(step)) return { code: "step-not-open", step, open };

	const { role } = placed(situation, step).step;
	const boundTo = situation.bindings[role];
	if (boundTo === undefined) return { code: "role-not-bound", role };
	return boundTo === acting.structure ? undefined : { code: "not-your-step", role, boundTo };
}

/** An outcome of a step by its code. */
export function outcomeOf(step: Step, code: string): Outcome | undefined {
	return step.outcomes.find((outcome) => outcome.code === code);
}

/** Why the protocol does not offer an outcome now: a condition, or no round left. */
export function outcomeRefusal(
	situation: Situation,
	step: Step,
	{ code, to, when }: Outcome,
	answers: Facts,
): Refusal | undefined {
	if (situation.snapshot.can({ type: outcomeEvent(step.id, code), answers })) return undefined;

	const rounds = roundsCounted(situation.compiled.places, step, to);
	if (!rounds || (when && !roundsSpent(situation, to, rounds.most))) {
		return { code: "outcome-not-allowed", outcome: code, because: "condition" };
	}
	return { code: "outcome-not-allowed", outcome: code, because: "rounds", beyond: rounds.beyond };
}

function roundsSpent(situation: Situation, step: string, most: number): boolean {
	return (situation.snapshot.context.rounds[step] ?? 0) >= most;
}

function closureRefusal(situation: Situation, outcome: Outcome): Refusal | undefined {
	return outcome.to === "@closed" ? closurePending(situation) : undefined;
}

/** A closure waits for every handoff to end. */
export function closurePending(situation: Situation): Refusal | undefined {
	const pending = Object.values(situation.handoffs)
		.filter((handoff) => isLive(handoff) && stateOf(handoff) !== "draft")
		.map(({ id }) => id);
	return pending.length > 0 ? { code: "handoffs-pending", handoffs: pending } : undefined;
}

/** A draft that nobody has seen does not hold a closure back. */
export function discardDrafts(story: Story, circumstances: Circumstances): Story {
	const drafts = Object.values(story.situation.handoffs).filter(
		(handoff) => stateOf(handoff) === "draft",
	);
	return drafts.reduce(
		(told, { id }) => bySystem(told, { handoff: id, act: "DISCARD", codes: {} }, circumstances),
		story,
	);
}

/** In the course, the next answer after an acceptance ends the handoff: its work has begun. */
function carryOn(story: Story, step: string, circumstances: Circumstances): Story {
	const { situation } = story;
	const part = partOf(situation, step);
	const carried = Object.values(situation.handoffs).filter(
		(handoff) =>
			!handoff.beside &&
			handoff.terms.goesOn === "acceptance" &&
			ruleOf("CARRY_ON").from.includes(stateOf(handoff)) &&
			handoff.step !== step &&
			partOf(situation, handoff.step) === part,
	);
	return carried.reduce(
		(told, { id }) =>
			bySystem(
				told,
				{ handoff: id, act: "CARRY_ON", codes: { outcome: "NEXT_STEP" } },
				circumstances,
			),
		story,
	);
}

/** An act that no structure did. */
export function bySystem(
	story: Story,
	move: {
		handoff: string;
		act: "DISCARD" | "CARRY_ON" | "SUPERSEDE" | "NO_ANSWER";
		codes: { outcome?: "NEXT_STEP" };
	},
	circumstances: Circumstances,
	by: "system" | "clock" = "system",
): Story {
	return addEvent(
		story,
		{ type: "handoff-moved", at: circumstances.now, by, actor: null, ...move },
		circumstances,
	);
}
