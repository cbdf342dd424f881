import type { SituationEvent } from "#protocols/casework/events.ts";

/** An event with every step under the name that it has at the end of the history. */
export function underLaterNames(
	event: SituationEvent,
	index: number,
	events: readonly SituationEvent[],
): SituationEvent {
	const later = events.slice(index + 1);
	switch (event.type) {
		case "step-answered":
		case "entry-corrected":
		case "handoff-prepared":
			return { ...event, step: laterName(event.step, later) };
		case "clock-struck": {
			const step = event.clock.startsWith("step:") ? event.clock.slice("step:".length) : undefined;
			return step === undefined ? event : { ...event, clock: `step:${laterName(step, later)}` };
		}
		default:
			return event;
	}
}

/** What a step was called after every move that followed. */
export function laterName(step: string, later: readonly SituationEvent[]): string {
	let name = step;
	for (const event of later) {
		if (event.type !== "situation-moved") continue;
		name = event.steps.find(({ from }) => from === name)?.to ?? name;
	}
	return name;
}
