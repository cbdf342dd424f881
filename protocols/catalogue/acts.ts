import type { Answers } from "#protocols/language/vocabulary/answers.ts";
import type { Act } from "./scenario.ts";

/** A role answers an open step. */
export function answer(by: string, step: string, outcome: string, given?: Answers): Act {
	return given ? { by, answers: step, outcome, with: given } : { by, answers: step, outcome };
}

/** A sender passes a part on, and the recipient accepts it. */
export function accepted(step: string, sender: string, recipient: string): Act[] {
	return [
		{ by: sender, handsOff: step },
		{ by: recipient, onHandoff: step, event: "ACKNOWLEDGE" },
		{ by: recipient, onHandoff: step, event: "ACCEPT" },
	];
}

/** The recipient accepts, meets the young person, completes; the sender reads the outcome. */
export function completed(step: string, sender: string, recipient: string): Act[] {
	return [
		...accepted(step, sender, recipient),
		{ by: recipient, onHandoff: step, event: "CONTACT" },
		{ by: recipient, onHandoff: step, event: "COMPLETE" },
		{ by: sender, onHandoff: step, event: "READ_OUTCOME" },
	];
}

/** The recipient declines, and the sender chooses what comes next. */
export function refused(
	step: string,
	sender: string,
	recipient: string,
	{ reason, outcome }: { reason: string; outcome: string },
): Act[] {
	return [
		{ by: sender, handsOff: step },
		{ by: recipient, onHandoff: step, event: "ACKNOWLEDGE" },
		{ by: recipient, onHandoff: step, event: "DECLINE", reason },
		{ by: sender, onHandoff: step, event: "RECORD_REFUSAL", outcome },
	];
}

/** An outside actor was reached: the sender declares it. */
export function declared(step: string, sender: string): Act[] {
	return [
		{ by: sender, handsOff: step },
		{ by: sender, onHandoff: step, event: "DECLARE_RECEIVED" },
		{ by: sender, onHandoff: step, event: "DECLARE_ACCEPTED" },
	];
}
