import type { Interruption } from "#protocols/language/protocol.ts";
import { borrowed, borrowedInterruption, borrowedTrack, type Model } from "./borrowed.ts";
import type { GuidedAnswers } from "./guided-questions.ts";

/** What may happen at any moment: danger always, the others where the territory covers them. */
export function guidedInterruptions(model: Model, answers: GuidedAnswers): Interruption[] {
	return [
		immediateDanger(model, answers),
		...(answers.runaway === "yes" ? [runaway(model, answers)] : []),
		...(answers.majority === "yes" ? [comingOfAge(model, answers)] : []),
	];
}

function immediateDanger(model: Model, { reports: role, shelter }: GuidedAnswers): Interruption {
	const next = shelter === "yes" ? "report-and-shelter" : "report-to-prosecutor";
	const protect = borrowed(model, "protect-now", {
		role: "reperant",
		leads: { PROTECTED_NOW: next, RUNAWAY: next, DONE: next },
	});
	const after = borrowed(model, "after-danger", {
		role,
		leads: { ANALYSIS: "@over", RESUME: "@over" },
		course: { ANALYSIS: "first-analysis" },
	});
	const report = (on: "@end" | "after-danger") =>
		borrowed(model, "report-to-prosecutor", {
			role,
			leads: { ACCEPTED: on, NO_ACK: "report-to-prosecutor" },
		});
	if (shelter === "no") {
		const steps = [protect, report("after-danger"), after];
		return borrowedInterruption(model, "immediate-danger", { start: protect.id, steps });
	}
	const group = structuredClone(model.places.groups.get("report-and-shelter")?.group);
	if (!group) throw new Error("The model has no group report-and-shelter.");
	group.tracks = [
		borrowedTrack(model, "reporting", [report("@end")]),
		borrowedTrack(model, "sheltering", sheltering(model, role)),
	];
	return borrowedInterruption(model, "immediate-danger", {
		start: protect.id,
		steps: [protect, after],
		groups: [group],
	});
}

function sheltering(model: Model, role: string) {
	const need = "shelter-need";
	return [
		borrowed(model, need, {
			role,
			leads: { ASK: "find-shelter", SAFE: "@end", RUNAWAY: "@end", NO_OFFER: "@end" },
		}),
		borrowed(model, "find-shelter", {
			role,
			leads: { PROTECTED_NOW: "@end", NO_OFFER: need, RUNAWAY: "@end", NO_ACK: need },
		}),
	];
}

function runaway(model: Model, { accompanies: role }: GuidedAnswers): Interruption {
	const steps = [
		borrowed(model, "runaway-first-steps", {
			role,
			leads: {
				RUNAWAY: "declare-absence",
				RETURNED: "welcome-return",
				IMMINENT: "declare-absence",
				DONE: "@over",
			},
		}),
		borrowed(model, "declare-absence", {
			role,
			leads: { ACCEPTED: "keep-bond", NO_ACK: "declare-absence" },
		}),
		borrowed(model, "keep-bond", {
			role,
			leads: { STILL_AWAY: "keep-bond", RETURNED: "welcome-return", IMMINENT: "keep-bond" },
		}),
		borrowed(model, "welcome-return", {
			role,
			leads: {
				RESUME: "@over",
				REPLAN: "@over",
				RUNAWAY: "declare-absence",
				IMMINENT: "welcome-return",
			},
			course: { REPLAN: "plan" },
		}),
	];
	return borrowedInterruption(model, "runaway", { start: "runaway-first-steps", steps });
}

function comingOfAge(model: Model, { accompanies: role, answers }: GuidedAnswers): Interruption {
	const steps = [
		borrowed(model, "prepare-majority", {
			role,
			leads: { RELAY: "ask-relay", NOT_NOW: "majority-choice", CONTINUE: "@over" },
		}),
		borrowed(model, "ask-relay", {
			role,
			// Whoever says no, or nothing: what comes after majority is decided by people.
			leads: {
				ACCEPTED: "majority-choice",
				REFUSED: "majority-choice",
				NO_ACK: "majority-choice",
			},
			handoff: { to: "insertion", acknowledge: Number(answers) },
		}),
		borrowed(model, "majority-choice", {
			role,
			leads: { CONTINUE: "@over", CLOSE: "@over" },
			course: { CLOSE: "close" },
		}),
	];
	return borrowedInterruption(model, "coming-of-age", { start: "prepare-majority", steps });
}
