import type { Delay } from "#protocols/language/delay.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import {
	endOf,
	type HandoffEnd,
	type HandoffTerms,
	type Outcome,
	type Step,
	type StepKind,
	type Target,
} from "#protocols/language/step.ts";
import type { Text } from "#protocols/language/text.ts";
import type { HandoffWish } from "./commands.ts";
import { give } from "./give.ts";
import { uniqueCode } from "./names.ts";

/** What a new step says until somebody has written its guidance. */
export const unwrittenGuidance = {
	fr: "À écrire : ce que l'équipe fait à cette étape, en phrases courtes.",
	en: "To be written: what the team does at this step, in short sentences.",
} as const satisfies Text;

/** Whether the guidance of a step is still to be written. */
export function isUnwritten({ guidance }: Step): boolean {
	return guidance.fr === unwrittenGuidance.fr;
}

/** Where the outcomes of a new step lead. */
export type Ways = { onward: Target; again: string };

/** A step with everything that its kind needs, and nothing yet that people decide. */
export function newStep(
	protocol: Protocol,
	{ id, title, kind, role }: Pick<Step, "id" | "title" | "kind" | "role">,
	ways: Ways,
	handoff: HandoffWish = {},
): Step {
	const step: Step = {
		...{ id, kind, title, role },
		participants: [],
		delay: proposedDelay(kind),
		guidance: unwrittenGuidance,
		questions: kind === "closure" ? ["closure_reason"] : [],
		outcomes: usualOutcomes(kind, ways),
	};
	return kind === "handoff" ? withHandoff(protocol, step, handoff, ways) : step;
}

function proposedDelay(kind: StepKind): Delay {
	const n = { action: 5, decision: 2, handoff: 2, review: 30, closure: 10 }[kind];
	return { n, unit: kind === "review" ? "calendar-days" : "working-days", basis: "proposal" };
}

/** The outcomes that a step of a kind begins with; those of a handoff come with its terms. */
export function usualOutcomes(kind: StepKind, { onward, again }: Ways): Outcome[] {
	switch (kind) {
		case "action":
			return [{ code: "DONE", label: { fr: "Fait", en: "Done" }, to: onward }];
		case "decision":
			return [
				{ code: "YES", label: { fr: "Oui", en: "Yes" }, to: onward },
				{ code: "NO", label: { fr: "Non", en: "No" }, to: onward },
			];
		case "review":
			return [
				{ code: "CONTINUE", label: { fr: "Continuer", en: "Continue" }, to: again },
				{ code: "READY", label: { fr: "Passer à la suite", en: "Go on" }, to: onward },
			];
		case "closure":
			return [
				{ code: "CLOSED", label: { fr: "Close", en: "Closed" }, to: "@closed" },
				...(again === onward
					? []
					: [{ code: "CONTINUE", label: { fr: "Poursuivre", en: "Go on" }, to: onward }]),
			];
		case "handoff":
			return [];
	}
}

/** A handoff step with its terms: what it had, then what was wished, and outcomes for its ends. */
export function withHandoff(protocol: Protocol, step: Step, wish: HandoffWish, ways: Ways): Step {
	const handoff = termsOf(protocol, step, wish);
	const expected = usualEnds(handoff.goesOn, ways);
	const answered = step.outcomes.map(endOf);
	const needed = handoff.goesOn === "acceptance" ? "accepted" : "completed";
	const wanted = step.outcomes.length === 0 ? expected : expected.filter(({ on }) => on === needed);
	const missing = wanted.filter(({ on }) => !answered.includes(on));
	const codes = new Set(step.outcomes.map(({ code }) => code));
	return {
		...step,
		handoff,
		outcomes: [...missing.map((outcome) => underFreeCode(outcome, codes)), ...step.outcomes],
	};
}

/** The usual codes say their end by themselves; where one is taken, another says it in words. */
function underFreeCode(ended: Ended, taken: ReadonlySet<string>): Outcome {
	if (taken.has(ended.code)) return { ...ended, code: uniqueCode(ended.code, taken) };
	const { on: _, ...outcome } = ended;
	return outcome;
}

function termsOf(protocol: Protocol, step: Step, wish: HandoffWish): HandoffTerms {
	const terms = { ...(step.handoff ?? usualTerms(protocol, step.role)) };
	give(terms, wish);
	terms.mode = modeOf(protocol, terms.to);
	return terms;
}

function usualTerms(protocol: Protocol, role: string): HandoffTerms {
	const others = protocol.roles.filter(({ id }) => id !== role);
	const to = others.find(({ external }) => !external)?.id ?? others[0]?.id ?? role;
	return {
		to,
		mode: modeOf(protocol, to),
		urgency: "standard",
		asks: "TAKE_OVER",
		goesOn: "acceptance",
		recipients: 1,
	};
}

/** Inside the application where structures hold the role, outside where nobody signs in. */
export function modeOf(protocol: Protocol, role: string): HandoffTerms["mode"] {
	return protocol.roles.find(({ id }) => id === role)?.external ? "external" : "app";
}

type Ended = Outcome & { on: HandoffEnd };

function usualEnds(goesOn: HandoffTerms["goesOn"], { onward, again }: Ways): Ended[] {
	const refused: Ended[] = [
		{ code: "REFUSED", label: { fr: "Refus", en: "Declined" }, to: again, on: "refused" },
		{
			code: "NO_ACK",
			label: { fr: "Retirée, sans réponse", en: "Withdrawn, no answer" },
			to: again,
			on: "withdrawn",
		},
	];
	if (goesOn === "acceptance") {
		const label = { fr: "Acceptée", en: "Accepted" };
		return [{ code: "ACCEPTED", label, to: onward, on: "accepted" }, ...refused];
	}
	return [
		{ code: "COMPLETED", label: { fr: "Aboutie", en: "Completed" }, to: onward, on: "completed" },
		...refused,
		{ code: "FAILED", label: { fr: "Non aboutie", en: "Not achieved" }, to: again, on: "failed" },
	];
}
