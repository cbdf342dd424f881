import type { StrikeClock } from "./commands.ts";
import { stateOf } from "./handoff/handoff.ts";
import type { Circumstances, Situation } from "./situation.ts";
import { bySystem } from "./step-answer.ts";
import { addEvent, type Decision, refuse, type Story } from "./story.ts";

/**
 * Decides what a clock does when it strikes: it flags and escalates, and a handoff that nobody
 * answered becomes `unanswered`. It never closes, hides or locks.
 */
export function decideStrike(
	situation: Situation,
	{ clock, stage }: StrikeClock,
	circumstances: Circumstances,
): Decision {
	const running = situation.clocks[clock];
	const next = running?.strikes[0];
	if (
		!running ||
		running.pausedAt !== undefined ||
		next?.stage !== stage ||
		next.at > circumstances.now
	) {
		return refuse({ code: "too-early", act: stage, from: next?.at ?? circumstances.now });
	}
	const who = { at: circumstances.now, by: "clock", actor: null };
	const story = addEvent(
		{ situation, events: [] },
		{ type: "clock-struck", ...who, clock, stage },
		circumstances,
	);
	const told = followUp(story, clock, stage, circumstances);
	return { accepted: true, ...told };
}

function followUp(
	story: Story,
	clock: StrikeClock["clock"],
	stage: StrikeClock["stage"],
	circumstances: Circumstances,
): Story {
	const handoff = story.situation.handoffs[clock.slice("handoff:".length)];
	if (!handoff || !clock.startsWith("handoff:")) return story;

	const state = stateOf(handoff);
	const move = (act: "DISCARD" | "NO_ANSWER") =>
		bySystem(story, { handoff: handoff.id, act, codes: {} }, circumstances, "clock");
	if (stage === "overdue" && state === "draft") return move("DISCARD");
	if (stage === "escalate" && (state === "sent" || state === "received.toStudy")) {
		return move("NO_ANSWER");
	}
	return story;
}
