import type { Command } from "./commands.ts";
import { decideCorrection } from "./correction.ts";
import { decideHandoffAct } from "./handoff/act.ts";
import { decidePreparation } from "./handoff/prepare.ts";
import {
	decideAcceptedClosure,
	decideFollowUp,
	decideInactiveClosure,
	decideInactivity,
} from "./inactivity.ts";
import { decideInterruption } from "./interruption.ts";
import { decideMove } from "./move.ts";
import { decideBinding, decideLead } from "./roles.ts";
import { type Circumstances, notBefore, type Situation } from "./situation.ts";
import { decideAnswer } from "./step-answer.ts";
import { type Decision, refuse } from "./story.ts";
import { decideStrike } from "./strike.ts";

/**
 * Decides what happens to a situation when somebody, or a clock, asks for something.
 *
 * Pure: the clock, new ids, the calendar and the directory come in with the circumstances, and the
 * events are returned, not stored.
 *
 * @returns the events to record in order, or the reason to show
 */
export function decide(situation: Situation, command: Command, world: Circumstances): Decision {
	const circumstances = notBefore(situation, world);
	const outlivesClosure = command.type === "act-on-handoff" || command.type === "strike-clock";
	if (situation.status === "closed" && !outlivesClosure)
		return refuse({ code: "situation-closed" });

	switch (command.type) {
		case "answer-step":
			return decideAnswer(situation, command, circumstances);
		case "raise-interruption":
			return decideInterruption(situation, command, circumstances);
		case "bind-role":
			return decideBinding(situation, command, circumstances);
		case "name-lead":
			return decideLead(situation, command, circumstances);
		case "correct-entry":
			return decideCorrection(situation, command, circumstances);
		case "prepare-handoff":
			return decidePreparation(situation, command, circumstances);
		case "act-on-handoff":
			return decideHandoffAct(situation, command, circumstances);
		case "strike-clock":
			return decideStrike(situation, command, circumstances);
		case "note-inactivity":
			return decideInactivity(situation, command, circumstances);
		case "close-inactive":
			return decideInactiveClosure(situation, circumstances);
		case "confirm-follow-up":
			return decideFollowUp(situation, command, circumstances);
		case "accept-closure":
			return decideAcceptedClosure(situation, command, circumstances);
		case "move-situation":
			return decideMove(situation, command, circumstances);
	}
}
