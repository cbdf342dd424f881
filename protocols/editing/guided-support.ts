import type { Track } from "#protocols/language/protocol.ts";
import type { Step } from "#protocols/language/step.ts";
import { borrowed, borrowedTrack, type Model } from "./borrowed.ts";
import type { GuidedAnswers } from "./guided-questions.ts";

/** The tracks of the support: the review and the safe setting always, the others where a partner is. */
export function supportTracks(model: Model, answers: GuidedAnswers): Track[] {
	const { accompanies: role, care, justice, schooling } = answers;
	const acknowledge = Number(answers.answers);
	return [
		borrowedTrack(model, "through-line", [review(model, answers)]),
		borrowedTrack(model, "safety", safety(model, role, acknowledge)),
		...(care === "none"
			? []
			: [borrowedTrack(model, "care", careSteps(model, role, { to: care, acknowledge }))]),
		...(justice === "yes"
			? [borrowedTrack(model, "justice", justiceSteps(model, role, acknowledge))]
			: []),
		...(schooling === "yes"
			? [borrowedTrack(model, "schooling", schoolingSteps(model, role, acknowledge))]
			: []),
	];
}

function review(model: Model, { accompanies: role, majority }: GuidedAnswers): Step {
	return borrowed(model, "review", {
		role,
		leads: {
			CONTINUE: "review",
			ADJUST: "plan",
			REEXPOSED: "plan",
			...(majority === "yes" ? { MAJORITY_NEAR: "review" } : {}),
			READY_TO_CLOSE: "close",
			IMMINENT: "review",
		},
	});
}

function safety(model: Model, role: string, acknowledge: number): Step[] {
	return [
		borrowed(model, "safety-choice", {
			role,
			leads: { ASK: "ask-protection", IN_PLACE: "@end" },
		}),
		borrowed(model, "ask-protection", {
			role,
			leads: { ACCEPTED: "safe-setting", REFUSED: "safety-choice", NO_ACK: "safety-choice" },
			handoff: { to: "ase", acknowledge },
		}),
		borrowed(model, "safe-setting", {
			role: "ase",
			leads: { DONE: "@end", MOVE: "@end", NO_OFFER: "safety-choice", IMMINENT: "safe-setting" },
		}),
	];
}

function careSteps(
	model: Model,
	role: string,
	handoff: { to: string; acknowledge: number },
): Step[] {
	const later = "care-later";
	return [
		borrowed(model, "care-choice", {
			role,
			leads: { OFFER: "offer-care", IN_PLACE: "@end", NOT_NOW: later },
		}),
		borrowed(model, "offer-care", {
			role,
			leads: { DONE: "@end", NOT_NOW: later, NO_OFFER: later, NO_ACK: later },
			handoff,
		}),
		borrowed(model, later, { role, leads: { AGAIN: "offer-care", NOT_NOW: "@end" } }),
	];
}

function justiceSteps(model: Model, role: string, acknowledge: number): Step[] {
	const later = "rights-later";
	return [
		borrowed(model, "explain-rights", {
			role,
			leads: {
				DONE: "@end",
				SUPPORT: "ask-victim-support",
				NOT_NOW: later,
				NOT_APPLICABLE: "@end",
			},
		}),
		borrowed(model, "ask-victim-support", {
			role,
			leads: { DONE: "@end", NOT_NOW: later, REFUSED: later, NO_ACK: later },
			handoff: { to: "aide-victimes", acknowledge },
		}),
		borrowed(model, later, { role, leads: { AGAIN: "explain-rights", NOT_NOW: "@end" } }),
	];
}

function schoolingSteps(model: Model, role: string, acknowledge: number): Step[] {
	const later = "schooling-later";
	return [
		borrowed(model, "daily-activity", {
			role,
			leads: { DONE: "@end", ARRANGEMENT: "ask-school", NOT_NOW: later, NO_OFFER: later },
		}),
		borrowed(model, "ask-school", {
			role,
			leads: { DONE: "@end", NOT_NOW: later, REFUSED: later, NO_ACK: later },
			handoff: { to: "educ-nat", acknowledge },
		}),
		borrowed(model, later, { role, leads: { AGAIN: "daily-activity", NOT_NOW: "@end" } }),
	];
}
