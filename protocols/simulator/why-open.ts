import type { SituationEvent } from "#protocols/casework/events.ts";
import { startsOf } from "#protocols/casework/starts.ts";

/** How a step came to be open: the opening, an interruption, or an outcome and who gave it. */
export type WhyOpen =
	| { by: "opening" }
	| { by: "interruption"; interruption: string; structure: string }
	/** `structure` is `system` where the two sides of a handoff gave the outcome. */
	| { by: "outcome"; step: string; outcome: string; structure: string };

/** Why a step is open: what last entered it. */
export function whyOpen(events: readonly SituationEvent[], step: string): WhyOpen {
	const event = events.findLast(({ clocks }) => startsOf(clocks).includes(step));
	switch (event?.type) {
		case "interruption-raised":
			return { by: "interruption", interruption: event.interruption, structure: event.by };
		case "step-answered":
			return { by: "outcome", step: event.step, outcome: event.outcome, structure: event.by };
		default:
			return { by: "opening" };
	}
}
