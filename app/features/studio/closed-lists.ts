import type { DelayUnit } from "#protocols/language/delay.ts";
import type { PhaseId } from "#protocols/language/protocol.ts";
import type { HandoffEnd, handoffClocks, StepKind, Urgency } from "#protocols/language/step.ts";

/*
 * The closed lists of the language as its forms offer them: spelled here again, so that no page
 * downloads the language's own schemas before it can be used. One that is missing does not compile.
 */

export const stepKinds = listOf<StepKind>({
	action: true,
	decision: true,
	handoff: true,
	review: true,
	closure: true,
});

export const urgencies = listOf<Urgency>({
	immediate: true,
	urgent: true,
	priority: true,
	standard: true,
});

export const delayUnits = listOf<DelayUnit>({
	"clock-hours": true,
	"working-hours": true,
	"working-days": true,
	"calendar-days": true,
});

export const handoffEnds = listOf<HandoffEnd>({
	accepted: true,
	refused: true,
	withdrawn: true,
	completed: true,
	failed: true,
});

export const clocks = listOf<(typeof handoffClocks)[number]>({
	acknowledge: true,
	decide: true,
	firstContact: true,
	treatRefusal: true,
	reviewSuspension: true,
	readOutcome: true,
});

export const phases = listOf<PhaseId>({
	identification: true,
	orientation: true,
	accompaniment: true,
});

function listOf<Value extends string>(all: Record<Value, true>): Value[] {
	return Object.keys(all) as Value[];
}
