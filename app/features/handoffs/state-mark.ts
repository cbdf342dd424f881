import type { MarkKind } from "#app/ui/mark.tsx";
import { hasEnded } from "#protocols/casework/handoff/life.ts";
import type { PresentedHandoff } from "./present-handoff.ts";

type Standing = Pick<PresentedHandoff, "state" | "delay" | "turn" | "side">;

/** The shape of a handoff's state: late before anything else, filled when it waits for the reader. */
export function stateMark({ state, delay, turn, side }: Standing): MarkKind {
	if (turn && (delay === "overdue" || delay === "escalated")) return "late";
	if (state === "suspended") return "suspended";
	if (turn?.side === side) return "waiting";
	if (state === "completed") return "done";
	return hasEnded(state) ? "info" : "open";
}
