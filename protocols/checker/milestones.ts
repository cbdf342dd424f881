import { dangerInterruption } from "#protocols/casework/handoff/act.ts";
import type { Container } from "#protocols/language/places.ts";
import type { Interruption, milestones, Protocol } from "#protocols/language/protocol.ts";
import type { Step } from "#protocols/language/step.ts";

export type Milestone = (typeof milestones)[number];

/** The interruption that anybody raises in immediate danger. */
export function dangerPart({ interruptions }: Protocol): Interruption | undefined {
	return interruptions.find(({ id }) => id === dangerInterruption);
}

/**
 * Whether a milestone is reached once a step is done: the first handoff of the course answered, the
 * young person safe or the danger over, the first action or review of the support, the closure.
 */
export function isReached(milestone: Milestone, step: Step, container: Container): boolean {
	const supports = container.phase === "accompaniment";
	switch (milestone) {
		case "first-acknowledgement":
			return step.handoff !== undefined && container.interruption === undefined;
		case "first-protection":
			return (
				step.handoff !== undefined ||
				step.outcomes.every(({ to }) => to === "@over" || to === "@end")
			);
		case "first-contact":
			return supports && step.kind === "action";
		case "first-review":
			return supports && step.kind === "review";
		case "closure":
			return step.outcomes.some(({ to }) => to === "@closed");
	}
}
